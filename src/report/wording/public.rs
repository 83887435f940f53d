//! Words of the public edition. Short sentences, no colours of ratings, no letters for words, no praise.

use super::{Wording, nouns};
use crate::{
    disclosure::published::{Moved, Shorthand},
    returns::approach::community_reporting::PartnerStatus,
};

impl Wording {
    /// The headings of the public edition, in order.
    pub(in crate::report) const fn public_headings(self) -> PublicHeadings {
        PublicHeadings {
            promises: self.either("What we promised, and what happened", "Beth a addawsom, a beth a ddigwyddodd"),
            changed: self.either("What changed for people", "Beth a newidiodd i bobl"),
            went_wrong: self.either("What went wrong", "Beth aeth o’i le"),
            story: self.either("One story", "Un stori"),
            you_said: self.either("You said, we did, we did not", "Dywedoch chi, gwnaethom ni, ni wnaethom ni"),
            heard: self.either("Who we heard, and who we did not", "Pwy a glywyd, a phwy na chlywyd"),
            helped: self.either("Where and whom we helped", "Ble a phwy a helpwyd gennym"),
            spent: self.either("What the money was spent on", "Ar beth y gwariwyd yr arian"),
            tell_us: self.either("Tell us", "Dywedwch wrthym"),
        }
    }

    /// The second line of the title.
    pub(in crate::report) fn what_happened_in(self, months: &str) -> String {
        say!(self, "What happened, {months}", "Beth a ddigwyddodd, {months}")
    }

    /// What this is, after the purpose.
    pub(in crate::report) fn what_this_is(self, months: &str) -> String {
        say!(
            self,
            "This report says what we promised, and what happened from {months}.",
            "Mae’r adroddiad hwn yn dweud beth a addawsom, a beth a ddigwyddodd: {months}."
        )
    }

    /// Who works together; nothing where nobody is named.
    pub(in crate::report) fn we_are(self, partners: &[&str], lead: Option<&str>) -> Option<String> {
        let lead = lead.map(|lead| say!(self, " {lead} leads.", " Yn arwain: {lead}.")).unwrap_or_default();
        let (count, names) = (self.counted(partners.len() as u64, nouns::PARTNER), self.list(partners));
        match partners {
            [] => None,
            [one] => Some(say!(self, "We are {one}.", "Dyma ni: {one}.")),
            _ => Some(say!(self, "We are {count}: {names}.{lead}", "Dyma ni, {count}: {names}.{lead}")),
        }
    }

    /// Who judged the promises.
    pub(in crate::report) const fn who_judged(self, promises: usize, judged: usize) -> &'static str {
        match (promises, judged) {
            (0, _) => self.either("No promise was reported.", "Nid adroddwyd ar unrhyw addewid."),
            (1, 0) => self.either("Nobody has judged this promise yet", "Nid oes neb wedi barnu’r addewid hwn eto"),
            (_, 0) => {
                self.either("Nobody has judged these promises yet", "Nid oes neb wedi barnu’r addewidion hyn eto")
            }
            (_, _) => self.either(
                "Residents judged us. Their verdict comes first",
                "Trigolion sydd wedi ein barnu. Eu barn nhw sy’n dod gyntaf",
            ),
        }
    }

    /// The heads over promises: the verdict, the promise with what we say.
    pub(in crate::report) const fn promise_heads(self) -> [&'static str; 2] {
        self.either(["Residents say", "We promised"], ["Barn trigolion", "Ein haddewid"])
    }

    /// What a partner says of its promise, in a sentence.
    pub(in crate::report) const fn we_say(self, status: Option<PartnerStatus>) -> &'static str {
        match status {
            Some(PartnerStatus::NotStarted) => self.either("We say it has not begun.", "Ein barn ni: heb ddechrau."),
            Some(PartnerStatus::OnTrack) => {
                self.either("We say it is going to plan.", "Ein barn ni: mae’n mynd yn ôl y cynllun.")
            }
            Some(PartnerStatus::AtRisk) => self.either("We say it is at risk.", "Ein barn ni: mae mewn perygl."),
            Some(PartnerStatus::Delivered) => self.either("We say it was done.", "Ein barn ni: fe’i gwnaed."),
            Some(PartnerStatus::PartlyDelivered) => {
                self.either("We say it was partly done.", "Ein barn ni: fe’i gwnaed yn rhannol.")
            }
            Some(PartnerStatus::NotDelivered) => self.either("We say it was not done.", "Ein barn ni: nis gwnaed."),
            Some(PartnerStatus::Withdrawn) => {
                self.either("We took this promise back.", "Rydym wedi tynnu’r addewid hwn yn ôl.")
            }
            None => self.either("We have not said how it stands.", "Nid ydym wedi dweud sut y mae."),
        }
    }

    /// When a promise is due, where that is still to come or was moved.
    pub(in crate::report) fn due_on(self, due: &str, moved: bool) -> String {
        if moved {
            say!(self, "Now due by {due}.", "Bellach erbyn: {due}.")
        } else {
            say!(self, "Due by {due}.", "Erbyn: {due}.")
        }
    }

    /// Who judged a promise: how many, else who.
    pub(in crate::report) fn judged_by_whom(self, who: &str, people: Option<u64>) -> String {
        match people {
            Some(people) => {
                let people = self.people(&self.whole(people));
                say!(self, "Judged by {people}.", "Barnwyd gan: {people}.")
            }
            None => say!(self, "Judged by: {who}.", "Barnwyd gan: {who}."),
        }
    }

    /// A count, which a rounded edition does not give exactly: “about 45”.
    pub(in crate::report) fn about(self, count: &str, rounded: bool) -> String {
        match (count, rounded) {
            ("0", _) => self.either("none", "dim un").to_owned(),
            (_, true) => say!(self, "about {count}", "tua {count}"),
            (_, false) => count.to_owned(),
        }
    }

    /// A share as people count: “about 45 of 50”.
    pub(in crate::report) fn about_of(self, part: &str, whole: &str, rounded: bool) -> String {
        let (some, all) = (self.about(part, rounded), self.about(whole, rounded));
        match part {
            "0" => say!(self, "none of {all}", "dim un o {all}"),
            _ if part == whole => say!(self, "all of {all}", "pob un o {all}"),
            _ => say!(self, "{some} of {whole}", "{some} o {whole}"),
        }
    }

    /// How people moved, one sentence a group: “About 20 of 45 did clearly better.” The first is the message.
    pub(in crate::report) fn did_better(self, ways: &[Moved], people: &str, of: Option<&str>, rounded: bool) -> String {
        let who = match of {
            Some(whole) => self.about_of(people, whole, rounded),
            None => self.about(people, rounded),
        };
        let words: Vec<&str> = ways
            .iter()
            .map(|way| match way {
                Moved::Improved => self.either("did clearly better", "yn amlwg yn well"),
                Moved::NoClearChange => self.either("had no clear change", "heb newid clir"),
                Moved::Worsened => self.either("did worse", "yn waeth"),
            })
            .collect();
        let (who, did) = (self.capital(&who), words.join(self.either(" or ", " neu ")));
        say!(self, "{who} {did}.", "{who}: {did}.")
    }

    /// In place of a number of a group that is hidden.
    pub(in crate::report) const fn too_small_to_show(self) -> &'static str {
        self.either("The numbers are too small to show.", "Mae’r niferoedd yn rhy fach i’w dangos.")
    }

    /// Where no number on people was reported.
    pub(in crate::report) const fn nothing_changed_known(self) -> &'static str {
        self.either("No number on this was reported.", "Nid adroddwyd unrhyw rif ar hyn.")
    }

    /// A number of few people.
    pub(in crate::report) const fn a_small_group(self) -> &'static str {
        self.either("This is an early sign, from a small group.", "Arwydd cynnar yw hwn, gan grŵp bach.")
    }

    /// A number that is not final, in a sentence.
    pub(in crate::report) const fn not_final(self, mark: Shorthand) -> &'static str {
        match mark {
            Shorthand::Provisional => self.either("This number may still change.", "Gall y rhif hwn newid eto."),
            Shorthand::Revised => {
                self.either("This number is not the one we first gave.", "Nid hwn oedd y rhif cyntaf a roddwyd gennym.")
            }
            Shorthand::Estimated => self.either("This number is an estimate.", "Amcangyfrif yw’r rhif hwn."),
        }
    }

    /// Where no outcome is compared with people who went without.
    pub(in crate::report) const fn cannot_say_without_us(self) -> &'static str {
        self.either(
            "We cannot say what would have happened without us.",
            "Ni allwn ddweud beth fyddai wedi digwydd hebom ni.",
        )
    }

    /// What was agreed by now, after the figure.
    pub(in crate::report) fn had_agreed(self, path: &str) -> String {
        say!(self, "We had agreed {path} by now.", "Y nifer a gytunwyd erbyn hyn: {path}.")
    }

    /// Before what will be done.
    pub(in crate::report) const fn we_will(self) -> &'static str {
        self.either("What we will do: ", "Beth a wnawn: ")
    }

    /// By when it will be done.
    pub(in crate::report) fn done_by(self, date: &str) -> String {
        say!(self, "By {date}.", "Erbyn: {date}.")
    }

    /// Before what comes first next.
    pub(in crate::report) const fn next_we_will(self) -> &'static str {
        self.either("What comes next: ", "Beth sydd nesaf: ")
    }

    /// Where nothing is reported as going wrong.
    pub(in crate::report) const fn nothing_is_behind(self, rated: bool) -> &'static str {
        if rated {
            self.either(
                "No number is behind what we agreed.",
                "Nid oes rhif ar ei hôl hi o gymharu â’r hyn a gytunwyd.",
            )
        } else {
            self.either("We have not said which numbers are behind.", "Nid ydym wedi dweud pa rifau sydd ar ei hôl hi.")
        }
    }

    /// Where nobody has agreed to tell a story here.
    pub(in crate::report) const fn no_story(self) -> &'static str {
        self.either(
            "Nobody has shared a story for this report.",
            "Nid oes neb wedi rhannu stori ar gyfer yr adroddiad hwn.",
        )
    }

    /// Inside a story: before what did not work, before what was decided.
    pub(in crate::report) const fn story_parts(self) -> [&'static str; 2] {
        self.either(["What did not work: ", "What was decided: "], ["Beth na weithiodd: ", "Beth a benderfynwyd: "])
    }

    /// Where nothing that people said was reported.
    pub(in crate::report) const fn nothing_said(self) -> &'static str {
        self.either("No answer to residents was reported.", "Nid adroddwyd ateb i drigolion.")
    }

    /// The caption of who was heard.
    pub(in crate::report) fn heard_from(self, people: Option<&str>, rounded: bool) -> String {
        match people {
            Some(people) => {
                let people = self.about(people, rounded);
                say!(self, "We heard from {people} people", "Nifer y bobl y clywsom ganddynt: {people}")
            }
            None => self.either("The people we heard from", "Y bobl y clywsom ganddynt").to_owned(),
        }
    }

    /// The heads of who was heard: group, share of those heard, share of residents.
    pub(in crate::report) const fn heard_heads(self) -> [&'static str; 3] {
        self.either(["Group", "Of those heard", "Of residents"], ["Grŵp", "O’r rhai a glywyd", "O’r trigolion"])
    }

    /// The groups whose share of those heard is below their share of residents.
    pub(in crate::report) fn heard_less(self, groups: &[&str]) -> Option<String> {
        let names = self.list(groups);
        let words = say!(self, "Less than their share: {names}.", "Llai na’u cyfran: {names}.");
        (!groups.is_empty()).then_some(words)
    }

    /// Where nothing on who was heard was reported.
    pub(in crate::report) const fn nobody_heard(self) -> &'static str {
        self.either("Who we heard from was not reported.", "Nid adroddwyd gan bwy y clywsom.")
    }

    /// The line under the caption of a breakdown: its unit and what it counts up.
    pub(in crate::report) fn helped_subtitle(self, unit: &str, counting: Option<&str>) -> String {
        match counting {
            Some(counting) => format!("{}, {counting}", self.capital(unit)),
            None => self.capital(unit),
        }
    }

    /// The head over figures that are rounded, and over those that are not.
    pub(in crate::report) const fn figure_about(self, rounded: bool) -> &'static str {
        if rounded { self.either("About", "Tua") } else { self.either("Number", "Nifer") }
    }

    /// A breakdown in a sentence: “By household type: Lone parent 45, Other [c].”
    pub(in crate::report) fn by_group(self, by: &str, parts: &[String]) -> String {
        let (by, parts) = (by.to_lowercase(), parts.join(", "));
        say!(self, "By {by}: {parts}.", "Yn ôl {by}: {parts}.")
    }

    /// What was spent, for each household where their number is known: the caption of its parts.
    pub(in crate::report) fn spent_caption(self, total: Option<&str>, per_household: Option<&str>) -> String {
        match (total, per_household) {
            (_, Some(each)) => {
                say!(self, "{each} for each household since 1 April", "{each} fesul aelwyd ers 1 Ebrill")
            }
            (Some(total), None) => say!(self, "We spent {total} since 1 April", "Gwariwyd {total} gennym ers 1 Ebrill"),
            (None, None) => self.either("Where the money went", "I ble yr aeth yr arian").to_owned(),
        }
    }

    /// The line under that caption, where the parts are told for each household, and their heads.
    pub(in crate::report) fn spent_table(
        self,
        total: Option<&str>,
        households: Option<&str>,
    ) -> (String, [&'static str; 2]) {
        let heads = self.either(["What", "£ each"], ["Beth", "£ yr un"]);
        match (total, households) {
            (Some(total), Some(count)) => (
                say!(self, "{total} in all, for {count} households", "{total} i gyd. Nifer yr aelwydydd: {count}"),
                heads,
            ),
            (None, Some(count)) => (say!(self, "For {count} households", "Nifer yr aelwydydd: {count}"), heads),
            (_, None) => (String::new(), self.either(["What", "£"], ["Beth", "£"])),
        }
    }

    /// The name of a part of several lines.
    pub(in crate::report) fn spent_part(self, lines: &[String]) -> String {
        match lines {
            [] => String::new(),
            [one] => one.clone(),
            [one, two] => say!(self, "{one}, and {two}", "{one}; {two}"),
            _ => self.either("Everything else", "Popeth arall").to_owned(),
        }
    }

    /// Where no spending was reported.
    pub(in crate::report) const fn nothing_spent_known(self) -> &'static str {
        self.either("What was spent was not reported.", "Nid adroddwyd beth a wariwyd.")
    }

    /// How to tell us something, or ask.
    pub(in crate::report) fn tell_us(self, contact: Option<&str>) -> [String; 3] {
        let [before, after] = self.either(
            ["Write to ", ". Ask there for large print or Easy Read."],
            ["Ysgrifennwch at: ", ". Gofynnwch yno am brint bras neu Hawdd ei Ddeall."],
        );
        let none = self.either("No address to write to was given.", "Ni roddwyd cyfeiriad i ysgrifennu ato.");
        contact.map_or_else(
            || [none.to_owned(), String::new(), String::new()],
            |contact| [before.to_owned(), contact.to_owned(), after.to_owned()],
        )
    }

    /// What community reporters get for an hour.
    pub(in crate::report) fn reporters_are_paid(self, rate: &str) -> String {
        say!(self, "Community reporters are paid £{rate} an hour.", "Telir £{rate} yr awr i ohebwyr cymunedol.")
    }

    /// How small numbers are protected, how counts are rounded, and where the data are.
    pub(in crate::report) fn public_protection(self, threshold: u32, rounded_to: Option<u32>) -> String {
        let mut sentences = Vec::new();
        if threshold > 1 {
            let most = threshold - 1;
            sentences.push(say!(
                self,
                "To protect people, counts of 1 to {most} are hidden, and some others with them.",
                "I ddiogelu pobl, cuddir cyfrifon o 1 i {most}, a rhai eraill gyda nhw."
            ));
        }
        if let Some(step) = rounded_to {
            sentences.push(say!(
                self,
                "Counts of people are rounded to the nearest {step}, so they may not add up.",
                "Caiff cyfrifon o bobl eu talgrynnu i’r {step} agosaf, felly efallai na fyddant yn adio."
            ));
        }
        sentences.push(
            self.either(
                "The figures are attached inside this file.",
                "Mae’r ffigurau wedi’u hatodi y tu mewn i’r ffeil hon.",
            )
            .to_owned(),
        );
        sentences.join(" ")
    }

    /// Stories that may not be told here.
    pub(in crate::report) fn stories_left_out(self, count: u32) -> Option<String> {
        match count {
            0 => None,
            1 => Some(
                self.either(
                    "One story is left out, because it may not be told here.",
                    "Hepgorwyd un stori, am na chaiff ei hadrodd yma.",
                )
                .to_owned(),
            ),
            _ => Some(say!(
                self,
                "{count} stories are left out, because they may not be told here.",
                "Nifer y straeon a hepgorwyd, am na chânt eu hadrodd yma: {count}."
            )),
        }
    }
}

/// The headings of the public edition.
pub(in crate::report) struct PublicHeadings {
    pub(in crate::report) promises: &'static str,
    pub(in crate::report) changed: &'static str,
    pub(in crate::report) went_wrong: &'static str,
    pub(in crate::report) story: &'static str,
    pub(in crate::report) you_said: &'static str,
    pub(in crate::report) heard: &'static str,
    pub(in crate::report) helped: &'static str,
    pub(in crate::report) spent: &'static str,
    pub(in crate::report) tell_us: &'static str,
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn those_who_work_together_are_named() {
        assert_eq!(W.we_are(&[], None), None);
        assert_eq!(W.we_are(&["Harbour Trust"], Some("Harbour Trust")).unwrap(), "We are Harbour Trust.");
        assert_eq!(
            W.we_are(&["Harbour Trust", "Quay Homes"], Some("Quay Homes")).unwrap(),
            "We are 2\u{a0}partners: Harbour Trust and Quay Homes. Quay Homes leads."
        );
        assert_eq!(
            W.we_are(&["Harbour Trust", "Quay Homes"], None).unwrap(),
            "We are 2\u{a0}partners: Harbour Trust and Quay Homes."
        );
    }

    #[test]
    fn promises_say_who_judged_them() {
        assert_eq!(W.who_judged(0, 0), "No promise was reported.");
        assert_eq!(W.who_judged(1, 0), "Nobody has judged this promise yet");
        assert_eq!(W.who_judged(2, 0), "Nobody has judged these promises yet");
        assert_eq!(W.who_judged(5, 3), "Residents judged us. Their verdict comes first");
        assert_eq!(W.we_say(None), "We have not said how it stands.");
        let said: std::collections::BTreeSet<_> =
            PartnerStatus::ALL.iter().map(|status| W.we_say(Some(*status))).collect();
        assert_eq!(said.len(), PartnerStatus::ALL.len());
        assert_eq!(W.due_on("31 March 2027", false), "Due by 31 March 2027.");
        assert_eq!(W.due_on("14 December 2026", true), "Now due by 14 December 2026.");
    }

    #[test]
    fn a_promise_is_judged_by_so_many_or_by_somebody() {
        assert_eq!(W.judged_by_whom("Panel", Some(14)), "Judged by 14\u{a0}people.");
        assert_eq!(W.judged_by_whom("Panel", Some(1)), "Judged by 1\u{a0}person.");
        assert_eq!(W.judged_by_whom("Panel", None), "Judged by: Panel.");
    }

    #[test]
    fn shares_are_told_as_people_count() {
        assert_eq!(W.about_of("45", "50", true), "about 45 of 50");
        assert_eq!(W.about_of("44", "49", false), "44 of 49");
        assert_eq!(W.about_of("0", "50", true), "none of about 50");
        assert_eq!(W.about_of("50", "50", true), "all of about 50");
        assert_eq!(W.about_of("50", "50", false), "all of 50");
        assert_eq!(W.about("0", true), "none");
    }

    #[test]
    fn people_who_moved_one_way_or_another_are_told_apart_or_together() {
        use Moved::{Improved, NoClearChange, Worsened};
        assert_eq!(W.did_better(&[Improved], "20", Some("45"), true), "About 20 of 45 did clearly better.");
        assert_eq!(
            W.did_better(&[NoClearChange, Worsened], "25", None, true),
            "About 25 had no clear change or did worse."
        );
        assert_eq!(W.did_better(&[Worsened], "0", None, true), "None did worse.");
        assert_eq!(
            W.did_better(&[Improved, NoClearChange], "40", Some("45"), false),
            "40 of 45 did clearly better or had no clear change."
        );
    }

    #[test]
    fn a_number_that_is_not_final_says_so() {
        let said: std::collections::BTreeSet<_> = Shorthand::ALL.iter().map(|mark| W.not_final(*mark)).collect();
        assert_eq!(said.len(), Shorthand::ALL.len());
        assert_ne!(W.nothing_is_behind(true), W.nothing_is_behind(false));
    }

    #[test]
    fn those_heard_are_told_as_far_as_known() {
        assert_eq!(W.heard_from(Some("310"), true), "We heard from about 310 people");
        assert_eq!(W.heard_from(Some("312"), false), "We heard from 312 people");
        assert_eq!(W.heard_from(None, true), "The people we heard from");
        assert_eq!(W.heard_less(&[]), None);
        assert_eq!(
            W.heard_less(&["Aged under 25", "Private renters"]).unwrap(),
            "Less than their share: Aged under 25 and Private renters."
        );
        assert_eq!(W.helped_subtitle("households", Some("since 1 April")), "Households, since 1 April");
        assert_eq!(W.helped_subtitle("households", None), "Households");
        assert_ne!(W.figure_about(true), W.figure_about(false));
    }

    #[test]
    fn money_is_told_for_each_household_where_their_number_is_known() {
        assert_eq!(W.spent_caption(Some("£348,600"), Some("£7.78")), "£7.78 for each household since 1 April");
        assert_eq!(W.spent_caption(Some("£348,600"), None), "We spent £348,600 since 1 April");
        assert_eq!(W.spent_caption(None, None), "Where the money went");
        let part = |lines: &[&str]| W.spent_part(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>());
        assert_eq!(part(&["Staff"]), "Staff");
        assert_eq!(part(&["Payments", "Reserve"]), "Payments, and Reserve");
        assert_eq!(part(&["A", "B", "C"]), "Everything else");
        assert_eq!(part(&[]), "");
        assert_eq!(W.spent_table(Some("£348,600"), None), (String::new(), ["What", "£"]));
        assert_eq!(W.spent_table(None, Some("44,800")), ("For 44,800 households".to_owned(), ["What", "£ each"]));
        assert_eq!(W.spent_table(Some("£348,600"), Some("44,800")).0, "£348,600 in all, for 44,800 households");
        let parts = ["Lone parent 45".to_owned(), "Other [c]".to_owned()];
        assert_eq!(W.by_group("Household type", &parts), "By household type: Lone parent 45, Other [c].");
        assert_eq!(W.reporters_are_paid("16.00"), "Community reporters are paid £16.00 an hour.");
    }

    #[test]
    fn the_small_print_says_how_people_are_protected() {
        assert_eq!(
            W.public_protection(5, Some(5)),
            "To protect people, counts of 1 to 4 are hidden, and some others with them. Counts of people are rounded to the nearest 5, so they may not add up. The figures are attached inside this file."
        );
        assert_eq!(W.public_protection(1, None), "The figures are attached inside this file.");
        assert_eq!(W.stories_left_out(0), None);
        assert!(W.stories_left_out(1).unwrap().starts_with("One story is"));
        assert!(W.stories_left_out(2).unwrap().starts_with("2 stories are"));
        assert_eq!(W.tell_us(None).concat(), "No address to write to was given.");
        assert!(W.tell_us(Some("team@saltmere.example")).concat().starts_with("Write to team@saltmere.example. Ask"));
    }
}
