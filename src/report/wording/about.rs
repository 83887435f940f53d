//! Words on the partnership: who, where, how run, why together.

use super::Wording;
use crate::returns::Lifespan;

impl Wording {
    /// How many partners, by choice or not, and who leads.
    pub(in crate::report) fn partners_sentence(self, count: usize, basis: Option<&str>, lead: Option<&str>) -> String {
        let basis = basis.map(|basis| format!(" {basis}")).unwrap_or_default();
        let lead = lead.map(|lead| format!(", led by {lead}")).unwrap_or_default();
        format!("{} work together{basis}{lead}.", self.count(count as u64, "partner", "partners"))
    }

    /// When the partnership began and ends.
    pub(in crate::report) fn lifetime(
        self,
        started: Option<&str>,
        lifespan: Option<Lifespan>,
        ends: Option<&str>,
    ) -> Option<String> {
        let end = match (lifespan, ends) {
            (_, Some(ends)) => Some(format!("ends on {ends}")),
            (Some(Lifespan::Permanent), None) => Some("has no end date".to_owned()),
            (Some(Lifespan::TimeLimited), None) => Some("is for a limited time, with no end date given".to_owned()),
            (None, None) => None,
        };
        match (started, end) {
            (Some(started), Some(end)) => Some(format!("The partnership began on {started} and {end}.")),
            (Some(started), None) => Some(format!("The partnership began on {started}.")),
            (None, Some(end)) => Some(format!("The partnership {end}.")),
            (None, None) => None,
        }
    }

    /// What type of collaboration it is.
    pub(in crate::report) fn it_is(self, kind: &str) -> String {
        format!("It is {kind}.")
    }

    /// The keys beside the partnership.
    pub(in crate::report) const fn about_keys(self) -> [&'static str; 6] {
        ["Run by", "Legal form", "Agreement", "Works", "Answers to", "Joint posts"]
    }

    /// Posts that work across partners.
    pub(in crate::report) fn joint_posts(self, posts: &str) -> String {
        format!("{posts} full-time equivalent, working across partners")
    }

    /// Who holds the partnership to account, by which means and when next.
    pub(in crate::report) fn held_by(
        self,
        holder: &str,
        body: Option<&str>,
        instrument: Option<&str>,
        next: Option<&str>,
    ) -> String {
        let mut words = body.unwrap_or(holder).to_owned();
        let more: Vec<String> =
            instrument.map(str::to_owned).into_iter().chain(next.map(|next| format!("next on {next}"))).collect();
        if !more.is_empty() {
            words = format!("{words} ({})", more.join(", "));
        }
        words
    }

    /// The headline over the six steps, the line under it, and the words for those who cannot see it.
    pub(in crate::report) fn steps_words(self, current: Option<(usize, &str)>, all: &[&str]) -> [String; 3] {
        let headline = match current {
            Some((_, step)) => format!("How closely the partners are joined: {}", step.to_lowercase()),
            None => "How closely the partners are joined: not stated".to_owned(),
        };
        let alt = match current {
            Some((at, step)) => format!(
                "Line of {} steps from {} to {}. The partners are at step {}, {}. No step is better.",
                all.len(),
                all.first().copied().unwrap_or_default().to_lowercase(),
                all.last().copied().unwrap_or_default().to_lowercase(),
                at + 1,
                step.to_lowercase()
            ),
            None => "Line of steps. The return does not say which one the partners are at.".to_owned(),
        };
        [headline, "Six steps. Descriptive: no step is better".to_owned(), alt]
    }

    /// The six things that may be shared.
    pub(in crate::report) const fn depth_labels(self) -> [&'static str; 6] {
        ["Information", "People", "Buildings", "Budget", "Decisions", "Risk"]
    }

    /// Over what is really shared.
    pub(in crate::report) const fn depth_heading(self) -> &'static str {
        "What is really shared"
    }

    /// The caption and heads of the table of partners.
    pub(in crate::report) fn partners_table(self, count: usize, later: usize) -> (String, [&'static str; 2]) {
        let caption = self.head_count(count, "partner", "partners");
        let caption = match later {
            0 => caption,
            _ => format!("{caption}, {} joined after the start", self.whole(later as u64)),
        };
        (caption, ["Partner", "Joined"])
    }

    /// What kind of organisation it is and what it does.
    pub(in crate::report) fn partner_by(self, sector: Option<&str>, roles: &[&str]) -> String {
        match (sector, roles) {
            (Some(sector), []) => sector.to_owned(),
            (Some(sector), roles) => format!("{sector}: {}", self.list(roles)),
            (None, roles) => self.capital(&self.list(roles)),
        }
    }

    /// Since when a partner is no longer one.
    pub(in crate::report) fn left(self, joined: Option<&str>, left: &str) -> String {
        match joined {
            Some(joined) => format!("{joined}, left {left}"),
            None => format!("Left {left}"),
        }
    }

    /// The caption and heads of the table of conditions.
    pub(in crate::report) fn conditions_table(self, met: usize, all: usize) -> (String, [&'static str; 2]) {
        let caption = match all {
            1 if met == 1 => "The one grant condition is met".to_owned(),
            1 => "The one grant condition is not met in full".to_owned(),
            _ => {
                let verb = if met == 1 { "is" } else { "are" };
                format!("{met} of {} {verb} met", self.count(all as u64, "grant condition", "grant conditions"))
            }
        };
        (caption, ["Condition", "Met?"])
    }

    /// Over the kinds of leadership.
    pub(in crate::report) const fn leadership_heading(self) -> &'static str {
        "Who leads, and in which way"
    }

    /// Why the partners work together.
    pub(in crate::report) fn why_together(self, why: &[&str]) -> String {
        format!("The partners work together {}.", self.list(why))
    }

    /// What drives the collaboration.
    pub(in crate::report) fn what_drives_it(self, drivers: &[&str]) -> String {
        format!("What drives them: {}.", self.list(drivers))
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn a_lifetime_has_a_start_an_end_or_neither() {
        let words = |started, lifespan, ends| W.lifetime(started, lifespan, ends);
        assert_eq!(
            words(Some("1 April 2025"), None, Some("31 March 2028")).unwrap(),
            "The partnership began on 1 April 2025 and ends on 31 March 2028."
        );
        assert_eq!(words(None, Some(Lifespan::Permanent), None).unwrap(), "The partnership has no end date.");
        assert_eq!(words(Some("1 April 2025"), None, None).unwrap(), "The partnership began on 1 April 2025.");
        assert_eq!(words(None, None, None), None);
    }

    #[test]
    fn conditions_are_counted() {
        assert_eq!(W.conditions_table(2, 3).0, "2 of 3\u{a0}grant conditions are met");
        assert_eq!(W.conditions_table(1, 3).0, "1 of 3\u{a0}grant conditions is met");
        assert_eq!(W.conditions_table(1, 1).0, "The one grant condition is met");
        assert_eq!(W.conditions_table(0, 1).0, "The one grant condition is not met in full");
    }

    #[test]
    fn the_steps_say_where_the_partners_are_or_that_nobody_said() {
        let steps = ["Informal network", "Merged"];
        let [headline, _, alt] = W.steps_words(Some((1, "Merged")), &steps);
        assert_eq!(headline, "How closely the partners are joined: merged");
        assert!(alt.ends_with("The partners are at step 2, merged. No step is better."));
        assert!(W.steps_words(None, &steps)[0].ends_with("not stated"));
    }
}
