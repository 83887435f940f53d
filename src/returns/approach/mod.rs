//! The five accountability approaches, a file each.

pub mod community_reporting;
pub mod narratives;
pub mod outcomes;
pub mod results;
pub mod system_health;
