//! The program: arguments in, exit code out.

use std::process::ExitCode;

/// The system's own allocator gives memory back after each return and gets it again for the next, which costs a fifth of a
/// long run. Only the program chooses: a library leaves that to who uses it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    candour::cli::run()
}
