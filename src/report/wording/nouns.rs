//! Things we count, with each form a count of them needs.
//!
//! English has a singular and a plural. Welsh says “1 mesur” and “8 o fesurau”: the singular as after “un”, the plural as
//! after “o”, and a third form where none are counted. Times keep the singular after every number (“3 wythnos”), softened
//! after two (“2 ddiwrnod”).

use super::Wording;

/// A thing that is counted.
#[derive(Debug, Clone, Copy)]
pub(in crate::report) struct Noun {
    /// “measure”, “measures”.
    en: [&'static str; 2],
    /// After “un”, after “dim” and after any other number: “mesur”, “mesurau”, “o fesurau”.
    cy: [&'static str; 3],
    /// After 2, where that differs.
    two: &'static [&'static str],
}

macro_rules! nouns {
    ($($name:ident: [$one:literal, $many:literal], [$un:literal, $dim:literal, $of:literal]
        $(, after two $two:literal)?;)*) => { $(
        pub(in crate::report) const $name: Noun =
            Noun { en: [$one, $many], cy: [$un, $dim, $of], two: &[$($two)?] };
    )* };
}

nouns! {
    PARTNER: ["partner", "partners"], ["partner", "partneriaid", "o bartneriaid"];
    MEASURE: ["measure", "measures"], ["mesur", "mesurau", "o fesurau"];
    RATED_MEASURE: ["rated measure", "rated measures"], ["mesur â sgôr", "mesurau â sgôr", "o fesurau â sgôr"];
    CONDITION: ["grant condition", "grant conditions"], ["amod grant", "amodau grant", "o amodau grant"];
    PROMISE: ["promise", "promises"], ["addewid", "addewidion", "o addewidion"];
    MILESTONE: ["milestone", "milestones"], ["garreg filltir", "cerrig milltir", "o gerrig milltir"];
    OUTCOME: ["outcome", "outcomes"], ["canlyniad", "canlyniadau", "o ganlyniadau"];
    ACCOUNT: ["account", "accounts"], ["hanes", "hanesion", "o hanesion"];
    OTHER_RECORD: ["other record", "other records"], ["cofnod arall", "cofnodion eraill", "o gofnodion eraill"];
    WARNING: ["warning", "warnings"], ["rhybudd", "rhybuddion", "o rybuddion"];
    RISK: ["risk", "risks"], ["risg", "risgiau", "o risgiau"];
    DECISION: ["decision", "decisions"], ["penderfyniad", "penderfyniadau", "o benderfyniadau"];
    DECISION_ASKED: ["decision asked for", "decisions asked for"],
        ["penderfyniad y gofynnwn amdano", "penderfyniadau y gofynnwn amdanynt", "o benderfyniadau y gofynnwn amdanynt"];
    BARRIER: ["barrier", "barriers"], ["rhwystr", "rhwystrau", "o rwystrau"];
    DISAGREEMENT: ["disagreement", "disagreements"], ["anghytundeb", "anghytundebau", "o anghytundebau"];
    DOWNSIDE: ["downside", "downsides"], ["anfantais", "anfanteision", "o anfanteision"];
    THING: ["thing", "things"], ["peth", "pethau", "o bethau"];
    HOUSEHOLD: ["household", "households"], ["aelwyd", "aelwydydd", "o aelwydydd"];
    ROLE: ["role", "roles"], ["rôl", "rolau", "o rolau"];
    REPORTER: ["community reporter", "community reporters"],
        ["gohebydd cymunedol", "gohebwyr cymunedol", "o ohebwyr cymunedol"];
    HOUR: ["hour", "hours"], ["awr", "oriau", "awr"];
    DAY: ["day", "days"], ["diwrnod", "diwrnodau", "diwrnod"], after two "ddiwrnod";
    WEEK: ["week", "weeks"], ["wythnos", "wythnosau", "wythnos"];
    MONTH: ["month", "months"], ["mis", "misoedd", "mis"], after two "fis";
    QUARTER: ["quarter", "quarters"], ["chwarter", "chwarteri", "chwarter"];
    YEAR: ["year", "years"], ["flwyddyn", "blynyddoedd", "blynedd"], after two "flynedd";
}

impl Wording {
    /// A count of things: “1 partner”, “8 partners”; “8 o bartneriaid”.
    pub(in crate::report) fn counted(self, count: u64, noun: Noun) -> String {
        let two = noun.two.first().filter(|_| count == 2);
        let [one, many] = self.either(noun.en, [noun.cy[0], two.copied().unwrap_or(noun.cy[2])]);
        self.count(count, one, many)
    }

    /// A count at the head of a table, where none and one read better in words: “No partners”, “One partner”.
    pub(in crate::report) fn headed(self, count: usize, noun: Noun) -> String {
        let ([one, many], [un, dim, _]) = (noun.en, noun.cy);
        let several = self.counted(count as u64, noun);
        match count {
            0 => say!(self, "No {many}", "Dim {dim}"),
            1 => say!(self, "One {one}", "Un {un}"),
            _ => several,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ENGLISH, WELSH};
    use super::*;

    #[test]
    fn counts_have_their_forms_in_both_languages() {
        assert_eq!(ENGLISH.counted(0, PARTNER), "0\u{a0}partners");
        assert_eq!(ENGLISH.counted(1, PARTNER), "1\u{a0}partner");
        assert_eq!(ENGLISH.headed(0, PARTNER), "No partners");
        assert_eq!(ENGLISH.headed(1, PARTNER), "One partner");
        assert_eq!(ENGLISH.headed(1200, PARTNER), "1,200\u{a0}partners");
        assert_eq!(WELSH.counted(1, MEASURE), "1\u{a0}mesur");
        assert_eq!(WELSH.counted(8, MEASURE), "8\u{a0}o fesurau");
        assert_eq!(WELSH.counted(2, DAY), "2\u{a0}ddiwrnod");
        assert_eq!(WELSH.counted(13, WEEK), "13\u{a0}wythnos");
        assert_eq!(WELSH.headed(0, MILESTONE), "Dim cerrig milltir");
        assert_eq!(WELSH.headed(1, MILESTONE), "Un garreg filltir");
    }
}
