//! Words around narratives and what was learned.

use super::Wording;

impl Wording {
    /// The headings inside a narrative: what did not work; lesson and what changed; what else could explain it.
    pub(in crate::report) const fn story_headings(self) -> [&'static str; 3] {
        ["What did not work", "Lesson, and what changed", "What else could explain it"]
    }

    /// The title of a narrative that has none.
    pub(in crate::report) const fn untitled_story(self) -> &'static str {
        "An account without a title"
    }

    /// Whose voices are heard and in whose words it is told.
    pub(in crate::report) fn voices(self, voices: &[String], told_in: Option<&str>) -> Option<String> {
        match (voices, told_in) {
            ([], None) => None,
            ([], Some(told_in)) => Some(format!("Told {told_in}.")),
            (voices, None) => Some(format!("Voices: {}.", self.list(voices))),
            (voices, Some(told_in)) => Some(format!("Voices: {}. Told {told_in}.", self.list(voices))),
        }
    }

    /// From how many accounts this one was chosen, and by whom.
    pub(in crate::report) fn chosen(self, from: Option<u64>, by: Option<&str>) -> Option<String> {
        match (from, by) {
            (Some(from), Some(by)) => Some(format!("Chosen from {from} accounts. Chosen by: {by}.")),
            (Some(from), None) => Some(format!("Chosen from {from} accounts.")),
            (None, Some(by)) => Some(format!("Chosen by: {by}.")),
            (None, None) => None,
        }
    }

    /// When consent was given, and whether the storyteller read it first.
    pub(in crate::report) fn consent(self, on: Option<&str>, checked: Option<bool>) -> Option<String> {
        let consent = on.map(|on| format!("Consent given {on}."));
        let checked = match checked {
            Some(true) => Some("The storyteller read it first.".to_owned()),
            Some(false) => Some("The storyteller has not read it.".to_owned()),
            None => None,
        };
        let parts: Vec<String> = consent.into_iter().chain(checked).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// How sure its authors are.
    pub(in crate::report) fn story_confidence(self, grade: &str) -> String {
        format!("How sure its authors are: {grade}.")
    }

    /// The caption of what was tried, and its heads.
    pub(in crate::report) fn learning_table(self, tried: usize, stopped: usize) -> (String, [&'static str; 4]) {
        let tried = match tried {
            1 => "We tried one thing".to_owned(),
            _ => format!("We tried {}", self.count(tried as u64, "thing", "things")),
        };
        let caption = match stopped {
            0 => format!("{tried} and stopped none"),
            1 => format!("{tried} and stopped one"),
            _ => format!("{tried} and stopped {}", self.whole(stopped as u64)),
        };
        (caption, ["Question", "What we tried", "What we learned", "Next"])
    }

    /// The caption of the last return's actions, and its heads.
    pub(in crate::report) fn actions_table(
        self,
        done: usize,
        partly: usize,
        not: usize,
    ) -> (String, [&'static str; 3]) {
        let parts: Vec<String> = [(done, "done"), (partly, "partly done"), (not, "not done")]
            .into_iter()
            .filter(|&(count, _)| count > 0)
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
        (format!("What we said we would do last quarter{parts}"), ["Action", "Done?", "Note"])
    }

    /// The lede of the section: how many accounts, and how many tell of what has not worked.
    pub(in crate::report) fn stories_lede(self, all: usize, not_worked: usize) -> String {
        let accounts = match all {
            0 => return "No account of what happened was filed for this report.".to_owned(),
            1 => "One account tells what happened and why".to_owned(),
            _ => format!("{} tell what happened and why", self.count(all as u64, "account", "accounts")),
        };
        match (all, not_worked) {
            (_, 0) => format!("{accounts}."),
            (1, _) => format!("{accounts}; it is of something that has not worked."),
            (_, 1) => format!("{accounts}; one is of something that has not worked."),
            _ => format!("{accounts}; {not_worked} are of things that have not worked."),
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
