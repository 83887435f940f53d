//! What a team sets once for all its returns. Plain data; knows no file it stands in.

use std::collections::BTreeSet;

use super::DisclosureSettings;

/// What a team sets once for all its returns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// What may stand in any text, although it looks personal.
    pub allowed: Allowed,
    /// How small a number has to be to be hidden.
    pub disclosure: DisclosureSettings,
}

/// What may stand in any text, because it belongs to an office or a service: it is compared however it is spaced.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed {
    postcodes: BTreeSet<String>,
    telephone_numbers: BTreeSet<String>,
    mailboxes: BTreeSet<String>,
}

impl Allowed {
    /// Allows the postcode of an office.
    pub fn allow_postcode(&mut self, postcode: &str) {
        self.postcodes.insert(letters(postcode));
    }

    /// Allows a telephone number that is published.
    pub fn allow_telephone_number(&mut self, number: &str) {
        self.telephone_numbers.insert(national(number));
    }

    /// Allows a mailbox that several people read.
    pub fn allow_mailbox(&mut self, address: &str) {
        self.mailboxes.insert(address.trim().to_lowercase());
    }

    /// Whether this postcode may stand in a text.
    pub fn is_postcode(&self, found: &str) -> bool {
        self.postcodes.contains(&letters(found))
    }

    /// Whether this telephone number may stand in a text.
    pub fn is_telephone_number(&self, found: &str) -> bool {
        self.telephone_numbers.contains(&national(found))
    }

    /// Whether this mailbox may stand in a text.
    pub fn is_mailbox(&self, found: &str) -> bool {
        self.mailboxes.contains(&found.trim().to_lowercase())
    }
}

/// `yo8 4qx` is `YO84QX`.
fn letters(postcode: &str) -> String {
    postcode.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The digits after 0, 0044 or +44: `+44 (0)1904 123456` is `1904123456`.
fn national(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44").filter(|_| number.contains('+')));
    abroad.unwrap_or(&digits).trim_start_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_is_allowed_however_it_is_written() {
        let mut allowed = Allowed::default();
        allowed.allow_postcode("YO8 4QX");
        allowed.allow_telephone_number("01904 123456");
        allowed.allow_mailbox("JBloggs@saltmere.example");
        assert!(allowed.is_postcode("yo84qx") && !allowed.is_postcode("YO8 4QY"));
        for number in ["01904 123 456", "+44 1904 123456", "+44 (0)1904 123456", "0044 1904 123456"] {
            assert!(allowed.is_telephone_number(number), "{number}");
        }
        assert!(!allowed.is_telephone_number("01904 123457"));
        assert!(allowed.is_mailbox("jbloggs@saltmere.example") && !allowed.is_mailbox("bloggs@saltmere.example"));
    }
}
