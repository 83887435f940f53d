//! E-mail addresses: a person's own, or one that belongs to a role.

use super::Hit;
use crate::diagnostic::Severity;

/// Parts of an address that say whose it is: a role's or a team's.
const ROLES: &str = " admin administration advice allocations assistant association board bookings branch bursar business care \
                     centre chair chairman chairperson chief clerk coalition comms communications community complaints contact \
                     coordinator corporate council customer data democratic desk development director dpo engagement enquiries \
                     enquiry evaluation events executive families feedback finance foi forum foundation friends funding general \
                     governance grants group head health hello help helpdesk hello home housing hr hub info information \
                     insight involve join lead learning legal library mail mailbox manager media member members membership \
                     network news no noreply office officer operations panel parish participation partner partners partnership \
                     partnerships performance planning policy post practice press privacy programme project projects public \
                     quality reception referral referrals registry reply report reporting reports research residents return \
                     returns safeguarding school scrutiny secretariat secretary section service services steward strategy \
                     support surgery team trainer training treasurer trust trustees volunteer volunteering volunteers ward web \
                     webmaster welcome wellbeing youth ";

/// E-mail addresses in a text.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    text.match_indices('@').filter_map(|(at, _)| hit(text, at))
}

fn hit(text: &str, at: usize) -> Option<Hit> {
    let is_local = |letter: char| letter.is_alphanumeric() || "._%+-'’".contains(letter);
    let is_domain = |letter: char| letter.is_alphanumeric() || letter == '.' || letter == '-';
    let start = text[..at].char_indices().rev().take(64).take_while(|(_, letter)| is_local(*letter)).last()?.0;
    let local = text[start..at].trim_start_matches(['.', '-', '\'', '’']);
    let domain = text[at + 1..].split(|letter| !is_domain(letter)).next()?.trim_end_matches(['.', '-']);
    let (name, last) = domain.rsplit_once('.')?;
    if local.is_empty() || name.is_empty() || last.chars().count() < 2 || !last.chars().all(char::is_alphabetic) {
        return None;
    }
    let parts: Vec<String> = local
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_role = parts.iter().any(|part| ROLES.contains(&format!(" {part} ")));
    let (severity, what, help) = match (is_role, parts.len()) {
        (true, _) => (Severity::Advice, "an e-mail address of a role", ROLE),
        (false, 2..) => (Severity::Error, "what looks like a person’s own e-mail address", OWN),
        (false, _) => (Severity::Warning, "an e-mail address that may be a person’s own", OWN),
    };
    Some(Hit { bytes: at - local.len()..at + 1 + domain.len(), severity, what, help })
}

const ROLE: &str = "put it into return.contact, where readers look for it; or leave it, if it belongs here";
const OWN: &str = "take it out; where readers can ask, give a shared mailbox in return.contact";

#[cfg(test)]
mod tests {
    use super::*;

    fn severities(text: &str) -> Vec<Severity> {
        hits(text).map(|hit| hit.severity).collect()
    }

    #[test]
    fn a_name_is_a_person_and_a_role_is_not() {
        assert_eq!(severities("ask jo.bloggs@home.example, now"), [Severity::Error]);
        assert_eq!(severities("j_bloggs@home.example"), [Severity::Error]);
        assert_eq!(severities("jbloggs@home.example"), [Severity::Warning]);
        assert_eq!(severities("partnership.team@saltmere.example"), [Severity::Advice]);
    }

    #[test]
    fn an_at_sign_alone_is_no_address() {
        for text in ["4 rooms @ £20", "@home", "a@b", "name@", "@", "x@y.1", "é@", "a@.example"] {
            assert_eq!(severities(text), [], "{text}");
        }
    }

    #[test]
    fn the_address_alone_is_meant() {
        let text = "(jo.bloggs@home.example).";
        assert_eq!(&text[hits(text).next().unwrap().bytes], "jo.bloggs@home.example");
    }
}
