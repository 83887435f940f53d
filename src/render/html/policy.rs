//! The Content-Security-Policy of a page.

pub(super) use crate::render::digest::{hex, sha256};

/// The policy of a page whose one style element holds exactly `style` and whose one data block holds exactly `data`:
/// nothing is fetched, nothing is sent anywhere, and no other style applies. The data block is no script and never
/// runs; it is named because checkers of pages take it for one.
pub(super) fn content_security_policy(style: &str, data: &str) -> String {
    let [style, data] = [style, data].map(|text| base64(&sha256(text.as_bytes())));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{data}'; base-uri 'none'; form-action 'none'"
    )
}

/// Base64 as RFC 4648 has it, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let triple = chunk.iter().fold(0_u32, |triple, &byte| triple << 8 | u32::from(byte)) << (8 * (3 - chunk.len()));
        for at in 0..4 {
            if at <= chunk.len() {
                let six = (triple >> (18 - 6 * at)) & 63;
                text.push(char::from(LETTERS[six as usize]));
            } else {
                text.push('=');
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_has_the_padding_of_the_standard() {
        let all = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(all, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn the_digest_is_the_well_known_one() {
        assert_eq!(
            content_security_policy("", ""),
            "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'"
        );
    }
}
