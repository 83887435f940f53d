//! Words around narratives and what was learned.

use super::{Wording, nouns};

impl Wording {
    /// The headings inside a narrative: what did not work; lesson and what changed; what else could explain it.
    pub(in crate::report) const fn story_headings(self) -> [&'static str; 3] {
        self.either(
            ["What did not work", "Lesson, and what changed", "What else could explain it"],
            ["Beth na weithiodd", "Gwers, a beth newidiodd", "Beth arall allai ei esbonio"],
        )
    }

    /// The title of a narrative that has none.
    pub(in crate::report) const fn untitled_story(self) -> &'static str {
        self.either("An account without a title", "Hanes heb deitl")
    }

    /// Whose voices are heard and in whose words it is told.
    pub(in crate::report) fn voices(self, voices: &[String], told_in: Option<&str>) -> Option<String> {
        let voices = (!voices.is_empty()).then(|| self.list(voices));
        let voices = voices.map(|voices| say!(self, "Voices: {voices}.", "Lleisiau: {voices}."));
        let told_in = told_in.map(|told_in| say!(self, "Told {told_in}.", "Adroddwyd {told_in}."));
        let parts: Vec<String> = voices.into_iter().chain(told_in).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// From how many accounts this one was chosen, and by whom.
    pub(in crate::report) fn chosen(self, from: Option<u64>, by: Option<&str>) -> Option<String> {
        let from = from.map(|from| say!(self, "Chosen from {from} accounts.", "Dewiswyd o blith {from} o hanesion."));
        let by = by.map(|by| say!(self, "Chosen by: {by}.", "Dewiswyd gan: {by}."));
        let parts: Vec<String> = from.into_iter().chain(by).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// When consent was given, and whether the storyteller read it first.
    pub(in crate::report) fn consent(self, on: Option<&str>, checked: Option<bool>) -> Option<String> {
        let consent = on.map(|on| say!(self, "Consent given {on}.", "Rhoddwyd caniatâd {on}."));
        let [read, not_read] = self.either(
            ["The storyteller read it first.", "The storyteller has not read it."],
            ["Darllenodd y storïwr hwn yn gyntaf.", "Nid yw’r storïwr wedi darllen hwn."],
        );
        let checked = checked.map(|checked| if checked { read } else { not_read });
        let parts: Vec<String> = consent.into_iter().chain(checked.map(str::to_owned)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// How sure its authors are.
    pub(in crate::report) fn story_confidence(self, grade: &str) -> String {
        say!(self, "How sure its authors are: {grade}.", "Pa mor siŵr yw’r awduron: {grade}.")
    }

    /// The caption of what was tried, and its heads.
    pub(in crate::report) fn learning_table(self, tried: usize, stopped: usize) -> (String, [&'static str; 4]) {
        let things = self.counted(tried as u64, nouns::THING);
        let tried = match tried {
            1 => self.either("We tried one thing", "Rhoddwyd cynnig ar un peth").to_owned(),
            _ => say!(self, "We tried {things}", "Rhoddwyd cynnig ar {things}"),
        };
        let many = self.whole(stopped as u64);
        let caption = match stopped {
            0 => say!(self, "{tried} and stopped none", "{tried}; ni stopiwyd yr un"),
            1 => say!(self, "{tried} and stopped one", "{tried}; stopiwyd un"),
            _ => say!(self, "{tried} and stopped {many}", "{tried}; stopiwyd {many}"),
        };
        let heads = self.either(
            ["Question", "What we tried", "What we learned", "Next"],
            ["Cwestiwn", "Beth a brofwyd", "Beth a ddysgwyd", "Nesaf"],
        );
        (caption, heads)
    }

    /// The caption of the last return's actions, and its heads.
    pub(in crate::report) fn actions_table(
        self,
        done: usize,
        partly: usize,
        not: usize,
    ) -> (String, [&'static str; 3]) {
        let words = self.either(["done", "partly done", "not done"], ["wedi’i wneud", "yn rhannol", "heb ei wneud"]);
        let parts: Vec<String> = [done, partly, not]
            .into_iter()
            .zip(words)
            .filter(|&(count, _)| count > 0)
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
        let caption = say!(
            self,
            "What we said we would do last quarter{parts}",
            "Beth y dywedom y byddem yn ei wneud y chwarter diwethaf{parts}"
        );
        (caption, self.either(["Action", "Done?", "Note"], ["Cam", "Gwnaed?", "Nodyn"]))
    }

    /// The lede of the section: how many accounts, and how many tell of what has not worked.
    pub(in crate::report) fn stories_lede(self, all: usize, not_worked: usize) -> String {
        let counted = self.counted(all as u64, nouns::ACCOUNT);
        let accounts = match all {
            0 => {
                let none = self.either(
                    "No account of what happened was filed for this report.",
                    "Ni chyflwynwyd hanes o’r hyn a ddigwyddodd ar gyfer yr adroddiad hwn.",
                );
                return none.to_owned();
            }
            1 => self
                .either("One account tells what happened and why", "Mae un hanes yn dweud beth ddigwyddodd a pham")
                .to_owned(),
            _ => say!(self, "{counted} tell what happened and why", "Mae {counted} yn dweud beth ddigwyddodd a pham"),
        };
        match (all, not_worked) {
            (_, 0) => format!("{accounts}."),
            (1, _) => say!(
                self,
                "{accounts}; it is of something that has not worked.",
                "{accounts}; mae am rywbeth nad yw wedi gweithio."
            ),
            (_, 1) => say!(
                self,
                "{accounts}; one is of something that has not worked.",
                "{accounts}; mae un am rywbeth nad yw wedi gweithio."
            ),
            _ => say!(
                self,
                "{accounts}; {not_worked} are of things that have not worked.",
                "{accounts}; mae {not_worked} am bethau nad ydynt wedi gweithio."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;

    #[test]
    fn accounts_are_counted_as_people_would() {
        assert_eq!(W.stories_lede(0, 0), "No account of what happened was filed for this report.");
        assert_eq!(W.stories_lede(1, 0), "One account tells what happened and why.");
        assert_eq!(
            W.stories_lede(1, 1),
            "One account tells what happened and why; it is of something that has not worked."
        );
        assert!(W.stories_lede(3, 1).ends_with("; one is of something that has not worked."));
        assert!(W.stories_lede(3, 2).ends_with("; 2 are of things that have not worked."));
    }

    #[test]
    fn voices_are_named_as_far_as_known() {
        let voices = ["1 resident".to_owned(), "2 managers".to_owned()];
        assert_eq!(
            W.voices(&voices, Some("from an interview")).unwrap(),
            "Voices: 1 resident and 2 managers. Told from an interview."
        );
        assert_eq!(W.voices(&voices, None).unwrap(), "Voices: 1 resident and 2 managers.");
        assert_eq!(W.voices(&[], None), None);
    }

    #[test]
    fn consent_is_told_only_where_known() {
        assert_eq!(
            W.consent(Some("21 September 2026"), Some(true)).unwrap(),
            "Consent given 21 September 2026. The storyteller read it first."
        );
        assert_eq!(W.consent(None, Some(false)).unwrap(), "The storyteller has not read it.");
        assert_eq!(W.consent(None, None), None);
    }

    #[test]
    fn what_was_tried_stopped_and_done_is_counted() {
        assert_eq!(W.learning_table(3, 1).0, "We tried 3\u{a0}things and stopped one");
        assert_eq!(W.learning_table(1, 0).0, "We tried one thing and stopped none");
        assert_eq!(W.actions_table(2, 1, 0).0, "What we said we would do last quarter: 2 done, 1 partly done");
        assert_eq!(W.stories_lede(0, 0), "No account of what happened was filed for this report.");
        assert!(W.stories_lede(3, 1).ends_with("; one is of something that has not worked."));
    }
}
