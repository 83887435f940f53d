//! Words of the frame: title, marks, head and foot, names and questions of the sections.

use super::{Wording, nouns};
use crate::{disclosure::Audience, report::outline::Part, returns::ReturnStatus};

impl Wording {
    /// “Skip to main content”, “Contents”, “Figures behind this chart”.
    pub(in crate::report) const fn writer_labels(self) -> [&'static str; 3] {
        self.either(
            ["Skip to main content", "Contents", "Figures behind this chart"],
            ["Neidio i’r prif gynnwys", "Cynnwys", "Y ffigurau y tu ôl i’r siart hwn"],
        )
    }

    /// The words around page numbers.
    pub(in crate::report) const fn page_words(self) -> [&'static str; 2] {
        self.either(["Page ", " of "], ["Tudalen ", " o "])
    }

    /// The name of a report, for its running head.
    pub(in crate::report) const fn report_name(self, audience: Audience) -> &'static str {
        match audience {
            Audience::Funder => self.either("Funder report", "Adroddiad i’r cyllidwr"),
            Audience::Members => self.either("Members’ briefing", "Briff i aelodau"),
            Audience::Public => self.either("Public report", "Adroddiad cyhoeddus"),
        }
    }

    /// The title of the document.
    pub(in crate::report) fn document_title(self, audience: Audience, name: &str, period: &str) -> String {
        match audience {
            Audience::Funder => say!(
                self,
                "{name}: quarterly report to the funder, {period}",
                "{name}: adroddiad chwarterol i’r cyllidwr, {period}"
            ),
            Audience::Members => {
                say!(self, "{name}: briefing for councillors, {period}", "{name}: briff i gynghorwyr, {period}")
            }
            Audience::Public => {
                say!(self, "{name}: report to residents, {period}", "{name}: adroddiad i drigolion, {period}")
            }
        }
    }

    /// One sentence on what the document is.
    pub(in crate::report) fn description(self, audience: Audience, name: &str, period: &str) -> String {
        match audience {
            Audience::Funder => say!(
                self,
                "What {name} did, learned and spent, and what it asks of its funder, {period}.",
                "{name}, {period}: beth a wnaed, a ddysgwyd ac a wariwyd, a beth a ofynnir i’r cyllidwr."
            ),
            Audience::Members => say!(
                self,
                "What councillors need to know about {name}, {period}, in 2 pages.",
                "{name}, {period}: beth y mae angen i gynghorwyr ei wybod, mewn 2 dudalen."
            ),
            Audience::Public => say!(
                self,
                "What {name} promised and what happened, {period}.",
                "{name}, {period}: beth a addawyd a beth a ddigwyddodd."
            ),
        }
    }

    /// The line above the title: its words, then the reader it is for.
    pub(in crate::report) const fn over_line(self, audience: Audience) -> (&'static str, &'static str) {
        match audience {
            Audience::Funder => {
                self.either(("Quarterly report to ", "the funder"), ("Adroddiad chwarterol i: ", "y cyllidwr"))
            }
            Audience::Members => {
                self.either(("Briefing for ", "elected members"), ("Briff ar gyfer: ", "aelodau etholedig"))
            }
            Audience::Public => self.either(("Report to ", "residents"), ("Adroddiad i: ", "trigolion")),
        }
    }

    /// The second line of the title of a briefing.
    pub(in crate::report) fn for_councillors(self, period: &str, council: Option<&str>) -> String {
        match council {
            Some(council) => {
                say!(self, "{period}, for councillors of {council}", "{period}, i gynghorwyr: {council}")
            }
            None => say!(self, "{period}, for councillors", "{period}, i gynghorwyr"),
        }
    }

    /// The mark of a demonstration.
    pub(in crate::report) const fn demonstration_mark(self) -> &'static str {
        self.either("Demonstration: invented data", "Enghraifft: data dychmygol")
    }

    /// The mark of a draft.
    pub(in crate::report) const fn draft_mark(self) -> &'static str {
        self.either("Draft: not agreed", "Drafft: heb ei gytuno")
    }

    /// The same, once in the text.
    pub(in crate::report) const fn demonstration_sentence(self) -> &'static str {
        self.either(
            "This partnership and its figures are invented, for a demonstration.",
            "Mae’r bartneriaeth hon a’i ffigurau’n ddychmygol.",
        )
    }

    /// The same, once in the text.
    pub(in crate::report) const fn draft_sentence(self) -> &'static str {
        self.either(
            "This is a draft. The partners have not agreed it, and figures may be missing or wrong.",
            "Drafft yw hwn. Nid yw’r partneriaid wedi cytuno arno, a gall ffigurau fod ar goll neu’n anghywir.",
        )
    }

    /// In the small print of a Welsh report, where it tells about itself: who has not confirmed its words yet. Goes when a
    /// translator has.
    pub(in crate::report) const fn awaits_translator(self) -> Option<&'static str> {
        self.either(
            None,
            Some("Mae ein geiriau Cymraeg ni yn yr adroddiad hwn yn aros i gyfieithydd cymwys eu cadarnhau."),
        )
    }

    /// How many of the filer's texts are in the other language, because the return has none in this one.
    pub(in crate::report) fn in_other_language(self, texts: usize) -> Option<String> {
        let many = self.whole(texts as u64);
        match texts {
            0 => None,
            1 => Some(
                self.either(
                    "One text of the partnership has no English and stands here in Welsh.",
                    "Nid oes Cymraeg ar gyfer un o destunau’r bartneriaeth: Saesneg yw yma.",
                )
                .to_owned(),
            ),
            _ => Some(say!(
                self,
                "{many}\u{a0}texts of the partnership have no English and stand here in Welsh.",
                "Nid oes Cymraeg ar gyfer {many}\u{a0}o destunau’r bartneriaeth: maent yma yn Saesneg."
            )),
        }
    }

    /// The foot of every page.
    pub(in crate::report) fn foot(self, version: Option<u64>, submitted: Option<&str>) -> String {
        let version = self.version(version);
        match submitted {
            Some(on) => say!(self, "{version}, submitted {on}", "{version}, cyflwynwyd {on}"),
            None => say!(self, "{version}, not yet submitted", "{version}, heb ei chyflwyno eto"),
        }
    }

    /// “Version 2”.
    pub(in crate::report) fn version(self, version: Option<u64>) -> String {
        match version {
            Some(version) => say!(self, "Version {version}", "Fersiwn {version}"),
            None => self.either("Version not numbered", "Fersiwn heb rif").to_owned(),
        }
    }

    /// The labels of the four facts on page 1, but for the grant's own reference.
    pub(in crate::report) const fn fact_labels(self) -> [&'static str; 3] {
        self.either(["Place", "Grant", "Ask, or another format"], ["Ardal", "Grant", "Holi, neu fformat arall"])
    }

    /// “Grant HBF-PLC-2025-014”.
    pub(in crate::report) fn grant(self, reference: Option<&str>) -> String {
        match reference {
            Some(reference) => say!(self, "Grant {reference}", "Grant {reference}"),
            None => self.either("Grant", "Grant").to_owned(),
        }
    }

    /// “Saltmere district, 44,800 households”; in Welsh the kind stands after the name in brackets.
    pub(in crate::report) fn place(self, name: &str, kind: Option<&str>, households: Option<u64>) -> String {
        let place = match kind.filter(|kind| !name.to_lowercase().contains(kind)) {
            Some(kind) => say!(self, "{name} {kind}", "{name} ({kind})"),
            None => name.to_owned(),
        };
        match households {
            Some(count) => format!("{place}, {}", self.counted(count, nouns::HOUSEHOLD)),
            None => place,
        }
    }

    /// When a return was filed and how many signed it.
    pub(in crate::report) fn filed(self, submitted: Option<&str>, signatures: usize, status: ReturnStatus) -> String {
        let state = match (status, submitted) {
            (ReturnStatus::Draft, _) => self.either("Draft", "Drafft").to_owned(),
            (ReturnStatus::Withdrawn, _) => self.either("Withdrawn", "Wedi’i thynnu’n ôl").to_owned(),
            (
                ReturnStatus::Submitted | ReturnStatus::Accepted | ReturnStatus::Queried | ReturnStatus::Resubmitted,
                Some(on),
            ) => say!(self, "Submitted {on}", "Cyflwynwyd {on}"),
            (
                ReturnStatus::Submitted | ReturnStatus::Accepted | ReturnStatus::Queried | ReturnStatus::Resubmitted,
                None,
            ) => self.either("Date of filing not given", "Dyddiad cyflwyno heb ei roi").to_owned(),
        };
        let roles = self.counted(signatures as u64, nouns::ROLE);
        match signatures {
            0 => say!(self, "{state}, not signed", "{state}, heb ei llofnodi"),
            _ => say!(self, "{state}, signed by {roles}", "{state}, llofnodwyd gan {roles}"),
        }
    }

    /// Where no address is given.
    pub(in crate::report) const fn no_contact(self) -> &'static str {
        self.either("No contact given", "Dim manylion cyswllt")
    }

    /// The heading of a part.
    pub(in crate::report) const fn part_title(self, part: Part) -> &'static str {
        match part {
            Part::OnOnePage => self.either("On one page", "Ar un dudalen"),
            Part::About => self.either("About the partnership", "Am y bartneriaeth"),
            Part::Results => self.either("Results", "Cyflawniad"),
            Part::SystemHealth => self.either("System health", "Iechyd y system"),
            Part::Outcomes => self.either("Outcomes", "Canlyniadau"),
            Part::Value => self.either("Value", "Gwerth"),
            Part::WhatHappened => self.either("What happened and why", "Beth ddigwyddodd a pham"),
            Part::Communities => self.either("What communities say", "Beth mae cymunedau’n ei ddweud"),
            Part::Money => self.either("Money", "Arian"),
            Part::RisksAndMilestones => self.either("Risks and milestones", "Risgiau a cherrig milltir"),
            Part::Asks => self.either("What we ask, what we will do", "Beth a ofynnwn, beth a wnawn"),
            Part::Definitions => self.either("Words and definitions", "Geiriau a diffiniadau"),
            Part::Tables => self.either("Figures behind the charts", "Y ffigurau y tu ôl i’r siartiau"),
            Part::Quality => self.either("Quality, hidden numbers and changes", "Ansawdd, rhifau cudd a newidiadau"),
            Part::Minority => self.either("Minority notes", "Nodiadau lleiafrifol"),
            Part::Signatures => self.either("Signed by", "Llofnodwyd gan"),
        }
    }

    /// The question a part answers; empty for annexes.
    pub(in crate::report) const fn part_question(self, part: Part) -> &'static str {
        match part {
            Part::OnOnePage => self.either(
                "Is it working, and what do you need from us?",
                "A yw’n gweithio, a beth sydd ei angen arnoch gennym ni?",
            ),
            Part::About => self.either(
                "Who is in it, where, how is it run and why together?",
                "Pwy sydd ynddi, ble, sut y caiff ei rhedeg a pham gyda’n gilydd?",
            ),
            Part::Results => {
                self.either("Did we do what we agreed together?", "A wnaethom yr hyn y cytunwyd arno gyda’n gilydd?")
            }
            Part::SystemHealth => self.either("Is the system healthier?", "A yw’r system yn iachach?"),
            Part::Outcomes => self.either(
                "Are people better off, and how sure are we?",
                "A yw pobl yn well eu byd, a pha mor siŵr ydym ni?",
            ),
            Part::Value => self.either("Is it worth it?", "A yw’n werth yr ymdrech?"),
            Part::WhatHappened => {
                self.either("What did we learn, and what did not work?", "Beth a ddysgwyd, a beth na weithiodd?")
            }
            Part::Communities => self.either(
                "Did we keep our promises, by their judgement?",
                "A wnaethom gadw ein haddewidion, yn eu barn nhw?",
            ),
            Part::Money => self
                .either("Where did it go, who gives and who gains?", "I ble yr aeth, pwy sy’n rhoi a phwy sy’n elwa?"),
            Part::RisksAndMilestones => {
                self.either("What could go wrong, and what is late?", "Beth allai fynd o’i le, a beth sy’n hwyr?")
            }
            Part::Asks => {
                self.either("Who needs to decide what, and by when?", "Pwy sydd angen penderfynu beth, ac erbyn pryd?")
            }
            Part::Definitions | Part::Tables | Part::Quality | Part::Minority | Part::Signatures => "",
        }
    }

    /// What a part says when the return has nothing for it.
    pub(in crate::report) fn nothing_on(self, part: Part) -> String {
        let about = match part {
            Part::OnOnePage => self.either("this quarter", "y chwarter hwn"),
            Part::About => self.either("the partnership", "y bartneriaeth"),
            Part::Results => self.either("results", "cyflawniad"),
            Part::SystemHealth => self.either("system health", "iechyd y system"),
            Part::Outcomes => self.either("outcomes", "canlyniadau"),
            Part::Value => self.either("costs and benefits", "costau a manteision"),
            Part::WhatHappened => {
                self.either("what happened and what was learned", "yr hyn a ddigwyddodd ac a ddysgwyd")
            }
            Part::Communities => self.either(
                "promises to communities and what they say",
                "addewidion i gymunedau a’r hyn y maent yn ei ddweud",
            ),
            Part::Money => self.either("money", "arian"),
            Part::RisksAndMilestones => self.either("risks or milestones", "risgiau na cherrig milltir"),
            Part::Asks => self.either("decisions or priorities", "penderfyniadau na blaenoriaethau"),
            Part::Definitions => self.either("definitions", "diffiniadau"),
            Part::Tables => self.either("figures behind charts", "ffigurau y tu ôl i siartiau"),
            Part::Quality => self.either("the quality of the data", "ansawdd y data"),
            Part::Minority => {
                let words = self
                    .either("No partner has filed a note of its own.", "Nid oes partner wedi cyflwyno nodyn ei hun.");
                return words.to_owned();
            }
            Part::Signatures => {
                let words = self.either("Nobody has signed this return.", "Nid oes neb wedi llofnodi’r ffurflen hon.");
                return words.to_owned();
            }
        };
        say!(self, "Nothing was reported on {about}.", "Ni adroddwyd dim am y canlynol: {about}.")
    }

    /// “See sections 3, 7 and 10”: what stands before the numbers.
    pub(in crate::report) const fn see(self, many: bool) -> &'static str {
        if many {
            self.either("See sections ", "Gweler adrannau ")
        } else {
            self.either("See section ", "Gweler adran ")
        }
    }

    /// Between the last two of a list of links.
    pub(in crate::report) const fn and(self) -> &'static str {
        self.either(" and ", ", ")
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
