//! Words of the frame: title, marks, head and foot, names and questions of the sections.

use super::Wording;
use crate::{disclosure::Audience, report::outline::Part, returns::ReturnStatus};

impl Wording {
    /// “Skip to main content”, “Contents”, “Figures behind this chart”.
    pub(in crate::report) const fn writer_labels(self) -> [&'static str; 3] {
        ["Skip to main content", "Contents", "Figures behind this chart"]
    }

    /// The words around page numbers.
    pub(in crate::report) const fn page_words(self) -> [&'static str; 2] {
        ["Page ", " of "]
    }

    /// The name of a report, for its running head.
    pub(in crate::report) const fn report_name(self, audience: Audience) -> &'static str {
        match audience {
            Audience::Funder => "Funder report",
            Audience::Members => "Members’ briefing",
            Audience::Public => "Public report",
        }
    }

    /// The title of the document.
    pub(in crate::report) fn document_title(self, audience: Audience, name: &str, period: &str) -> String {
        match audience {
            Audience::Funder => format!("{name}: quarterly report to the funder, {period}"),
            Audience::Members => format!("{name}: briefing for councillors, {period}"),
            Audience::Public => format!("{name}: report to residents, {period}"),
        }
    }

    /// One sentence on what the document is.
    pub(in crate::report) fn description(self, audience: Audience, name: &str, period: &str) -> String {
        match audience {
            Audience::Funder => {
                format!("What {name} did, learned and spent, and what it asks of its funder, {period}.")
            }
            Audience::Members => format!("What councillors need to know about {name}, {period}, in 2 pages."),
            Audience::Public => format!("What {name} promised and what happened, {period}."),
        }
    }

    /// The line above the title: its words, then the reader it is for.
    pub(in crate::report) fn over_line(self, audience: Audience) -> (&'static str, &'static str) {
        match audience {
            Audience::Funder => ("Quarterly report to ", "the funder"),
            Audience::Members => ("Briefing for ", "elected members"),
            Audience::Public => ("Report to ", "residents"),
        }
    }

    /// The second line of the title of a briefing.
    pub(in crate::report) fn for_councillors(self, period: &str, council: Option<&str>) -> String {
        match council {
            Some(council) => format!("{period}, for councillors of {council}"),
            None => format!("{period}, for councillors"),
        }
    }

    /// The mark of a demonstration.
    pub(in crate::report) const fn demonstration_mark(self) -> &'static str {
        "Demonstration: invented data"
    }

    /// The mark of a draft.
    pub(in crate::report) const fn draft_mark(self) -> &'static str {
        "Draft: not agreed"
    }

    /// The same, once in the text.
    pub(in crate::report) const fn demonstration_sentence(self) -> &'static str {
        "This partnership and its figures are invented, for a demonstration."
    }

    /// The same, once in the text.
    pub(in crate::report) const fn draft_sentence(self) -> &'static str {
        "This is a draft. The partners have not agreed it, and figures may be missing or wrong."
    }

    /// The foot of every page.
    pub(in crate::report) fn foot(self, version: Option<u64>, submitted: Option<&str>) -> String {
        let version = self.version(version);
        match submitted {
            Some(on) => format!("{version}, submitted {on}"),
            None => format!("{version}, not yet submitted"),
        }
    }

    /// “Version 2”.
    pub(in crate::report) fn version(self, version: Option<u64>) -> String {
        version.map_or_else(|| "Version not numbered".to_owned(), |version| format!("Version {version}"))
    }

    /// The labels of the four facts on page 1, but for the grant's own reference.
    pub(in crate::report) const fn fact_labels(self) -> [&'static str; 3] {
        ["Place", "Grant", "Ask, or another format"]
    }

    /// “Grant HBF-PLC-2025-014”.
    pub(in crate::report) fn grant(self, reference: Option<&str>) -> String {
        reference.map_or_else(|| "Grant".to_owned(), |reference| format!("Grant {reference}"))
    }

    /// “Saltmere district, 44,800 households”.
    pub(in crate::report) fn place(self, name: &str, kind: Option<&str>, households: Option<u64>) -> String {
        let kind = kind.filter(|kind| !name.to_lowercase().contains(kind)).map(|kind| format!(" {kind}"));
        let households = households.map(|count| format!(", {}", self.count(count, "household", "households")));
        format!("{name}{}{}", kind.unwrap_or_default(), households.unwrap_or_default())
    }

    /// When a return was filed and how many signed it.
    pub(in crate::report) fn filed(self, submitted: Option<&str>, signatures: usize, status: ReturnStatus) -> String {
        let state = match (status, submitted) {
            (ReturnStatus::Draft, _) => "Draft".to_owned(),
            (ReturnStatus::Withdrawn, _) => "Withdrawn".to_owned(),
            (
                ReturnStatus::Submitted | ReturnStatus::Accepted | ReturnStatus::Queried | ReturnStatus::Resubmitted,
                Some(on),
            ) => format!("Submitted {on}"),
            (
                ReturnStatus::Submitted | ReturnStatus::Accepted | ReturnStatus::Queried | ReturnStatus::Resubmitted,
                None,
            ) => "Date of filing not given".to_owned(),
        };
        match signatures {
            0 => format!("{state}, not signed"),
            _ => format!("{state}, signed by {}", self.count(signatures as u64, "role", "roles")),
        }
    }

    /// Where no address is given.
    pub(in crate::report) const fn no_contact(self) -> &'static str {
        "No contact given"
    }

    /// The heading of a part.
    pub(in crate::report) const fn part_title(self, part: Part) -> &'static str {
        match part {
            Part::OnOnePage => "On one page",
            Part::About => "About the partnership",
            Part::Results => "Results",
            Part::SystemHealth => "System health",
            Part::Outcomes => "Outcomes",
            Part::Value => "Value",
            Part::WhatHappened => "What happened and why",
            Part::Communities => "What communities say",
            Part::Money => "Money",
            Part::RisksAndMilestones => "Risks and milestones",
            Part::Asks => "What we ask, what we will do",
            Part::Definitions => "Words and definitions",
            Part::Tables => "Figures behind the charts",
            Part::Quality => "Quality, hidden numbers and changes",
            Part::Minority => "Minority notes",
            Part::Signatures => "Signed by",
        }
    }

    /// The question a part answers; empty for annexes.
    pub(in crate::report) const fn part_question(self, part: Part) -> &'static str {
        match part {
            Part::OnOnePage => "Is it working, and what do you need from us?",
            Part::About => "Who is in it, where, how is it run and why together?",
            Part::Results => "Did we do what we agreed together?",
            Part::SystemHealth => "Is the system healthier?",
            Part::Outcomes => "Are people better off, and how sure are we?",
            Part::Value => "Is it worth it?",
            Part::WhatHappened => "What did we learn, and what did not work?",
            Part::Communities => "Did we keep our promises, by their judgement?",
            Part::Money => "Where did it go, who gives and who gains?",
            Part::RisksAndMilestones => "What could go wrong, and what is late?",
            Part::Asks => "Who needs to decide what, and by when?",
            Part::Definitions | Part::Tables | Part::Quality | Part::Minority | Part::Signatures => "",
        }
    }

    /// What a part says when the return has nothing for it.
    pub(in crate::report) fn nothing_on(self, part: Part) -> String {
        let about = match part {
            Part::OnOnePage => "this quarter",
            Part::About => "the partnership",
            Part::Results => "results",
            Part::SystemHealth => "system health",
            Part::Outcomes => "outcomes",
            Part::Value => "costs and benefits",
            Part::WhatHappened => "what happened and what was learned",
            Part::Communities => "promises to communities and what they say",
            Part::Money => "money",
            Part::RisksAndMilestones => "risks or milestones",
            Part::Asks => "decisions or priorities",
            Part::Definitions => "definitions",
            Part::Tables => "figures behind charts",
            Part::Quality => "the quality of the data",
            Part::Minority => return "No partner has filed a note of its own.".to_owned(),
            Part::Signatures => return "Nobody has signed this return.".to_owned(),
        };
        format!("Nothing was reported on {about}.")
    }

    /// “See sections 3, 7 and 10”: what stands before the numbers.
    pub(in crate::report) const fn see(self, many: bool) -> &'static str {
        if many { "See sections " } else { "See section " }
    }

    /// Between the last two of a list of links.
    pub(in crate::report) const fn and(self) -> &'static str {
        " and "
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn a_place_names_its_kind_once() {
        assert_eq!(W.place("Saltmere", Some("district"), Some(44_800)), "Saltmere district, 44,800\u{a0}households");
        assert_eq!(W.place("Harrow District", Some("district"), None), "Harrow District");
        assert_eq!(W.place("Saltmere", None, Some(1)), "Saltmere, 1\u{a0}household");
    }

    #[test]
    fn the_filing_is_told_as_it_stands() {
        let filed = |on, signatures, status| W.filed(on, signatures, status);
        assert_eq!(
            filed(Some("30 October 2026"), 4, ReturnStatus::Submitted),
            "Submitted 30 October 2026, signed by 4\u{a0}roles"
        );
        assert_eq!(filed(None, 1, ReturnStatus::Draft), "Draft, signed by 1\u{a0}role");
        assert_eq!(filed(None, 0, ReturnStatus::Submitted), "Date of filing not given, not signed");
        assert_eq!(filed(None, 0, ReturnStatus::Withdrawn), "Withdrawn, not signed");
    }

    #[test]
    fn a_return_without_version_or_date_says_so() {
        assert_eq!(W.foot(Some(2), Some("30 October 2026")), "Version 2, submitted 30 October 2026");
        assert_eq!(W.foot(None, None), "Version not numbered, not yet submitted");
    }
}
