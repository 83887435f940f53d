//! Words on the partnership: who, where, how run, why together.

use super::{Wording, nouns};
use crate::returns::Lifespan;

impl Wording {
    /// How many partners, by choice or not, and who leads.
    pub(in crate::report) fn partners_sentence(self, count: usize, basis: Option<&str>, lead: Option<&str>) -> String {
        let basis = basis.map(|basis| format!(" {basis}")).unwrap_or_default();
        let lead = match lead {
            Some(lead) => say!(self, ", led by {lead}", ", dan arweiniad: {lead}"),
            None => String::new(),
        };
        let partners = self.counted(count as u64, nouns::PARTNER);
        say!(self, "{partners} work together{basis}{lead}.", "Mae {partners} yn cydweithio{basis}{lead}.")
    }

    /// When the partnership began and ends.
    pub(in crate::report) fn lifetime(
        self,
        started: Option<&str>,
        lifespan: Option<Lifespan>,
        ends: Option<&str>,
    ) -> Option<String> {
        let end = match (lifespan, ends) {
            (_, Some(ends)) => Some(say!(self, "ends on {ends}", "mae’n dod i ben ar {ends}")),
            (Some(Lifespan::Permanent), None) => {
                Some(self.either("has no end date", "nid oes iddi ddyddiad gorffen").to_owned())
            }
            (Some(Lifespan::TimeLimited), None) => Some(
                self.either(
                    "is for a limited time, with no end date given",
                    "mae am gyfnod cyfyngedig, heb roi dyddiad gorffen",
                )
                .to_owned(),
            ),
            (None, None) => None,
        };
        match (started, end) {
            (Some(started), Some(end)) => Some(say!(
                self,
                "The partnership began on {started} and {end}.",
                "Dechreuodd y bartneriaeth ar {started}; {end}."
            )),
            (Some(started), None) => {
                Some(say!(self, "The partnership began on {started}.", "Dechreuodd y bartneriaeth ar {started}."))
            }
            (None, Some(end)) => Some(say!(self, "The partnership {end}.", "Y bartneriaeth: {end}.")),
            (None, None) => None,
        }
    }

    /// What type of collaboration it is.
    pub(in crate::report) fn it_is(self, kind: &str) -> String {
        say!(self, "It is {kind}.", "Ei math: {kind}.")
    }

    /// The keys beside the partnership.
    pub(in crate::report) const fn about_keys(self) -> [&'static str; 6] {
        self.either(
            ["Run by", "Legal form", "Agreement", "Works", "Answers to", "Joint posts"],
            ["Rhedir gan", "Ffurf gyfreithiol", "Cytundeb", "Gweithio", "Atebol i", "Swyddi ar y cyd"],
        )
    }

    /// Posts that work across partners.
    pub(in crate::report) fn joint_posts(self, posts: &str) -> String {
        say!(
            self,
            "{posts} full-time equivalent, working across partners",
            "{posts} cyfwerth ag amser llawn, yn gweithio ar draws partneriaid"
        )
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
        let next = next.map(|next| say!(self, "next on {next}", "nesaf ar {next}"));
        let more: Vec<String> = instrument.map(str::to_owned).into_iter().chain(next).collect();
        if !more.is_empty() {
            words = format!("{words} ({})", more.join(", "));
        }
        words
    }

    /// The headline over the six steps, the line under it, and the words for those who cannot see it.
    pub(in crate::report) fn steps_words(self, current: Option<(usize, &str)>, all: &[&str]) -> [String; 3] {
        let lower = |step: Option<&&str>| step.copied().unwrap_or_default().to_lowercase();
        let (steps, first, last) = (all.len(), lower(all.first()), lower(all.last()));
        let [headline, alt] = match current {
            Some((at, step)) => {
                let (at, step) = (at + 1, step.to_lowercase());
                [
                    say!(
                        self,
                        "How closely the partners are joined: {step}",
                        "Pa mor agos y mae’r partneriaid wedi’u cysylltu: {step}"
                    ),
                    say!(
                        self,
                        "Line of {steps} steps from {first} to {last}. The partners are at step {at}, {step}. No step is better.",
                        "Llinell o {steps} cam: y cyntaf yw {first}, yr olaf yw {last}. Mae’r partneriaid ar gam {at}, {step}. Nid yw’r un cam yn well."
                    ),
                ]
            }
            None => [
                self.either(
                    "How closely the partners are joined: not stated",
                    "Pa mor agos y mae’r partneriaid wedi’u cysylltu: heb ei nodi",
                )
                .to_owned(),
                self.either(
                    "Line of steps. The return does not say which one the partners are at.",
                    "Llinell o gamau. Nid yw’r ffurflen yn dweud ar ba un y mae’r partneriaid.",
                )
                .to_owned(),
            ],
        };
        let subtitle = self
            .either("Six steps. Descriptive: no step is better", "Chwe cham. Disgrifiadol: nid yw’r un cam yn well");
        [headline, subtitle.to_owned(), alt]
    }

    /// The six things that may be shared.
    pub(in crate::report) const fn depth_labels(self) -> [&'static str; 6] {
        self.either(
            ["Information", "People", "Buildings", "Budget", "Decisions", "Risk"],
            ["Gwybodaeth", "Pobl", "Adeiladau", "Cyllideb", "Penderfyniadau", "Risg"],
        )
    }

    /// Over what is really shared.
    pub(in crate::report) const fn depth_heading(self) -> &'static str {
        self.either("What is really shared", "Beth sy’n cael ei rannu mewn gwirionedd")
    }

    /// The caption and heads of the table of partners.
    pub(in crate::report) fn partners_table(self, count: usize, later: usize) -> (String, [&'static str; 2]) {
        let (caption, joined) = (self.headed(count, nouns::PARTNER), self.whole(later as u64));
        let caption = match later {
            0 => caption,
            _ => {
                say!(self, "{caption}, {joined} joined after the start", "{caption}, ymunodd {joined} ar ôl y dechrau")
            }
        };
        (caption, self.either(["Partner", "Joined"], ["Partner", "Ymunodd"]))
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
            Some(joined) => say!(self, "{joined}, left {left}", "{joined}, gadawodd {left}"),
            None => say!(self, "Left {left}", "Gadawodd {left}"),
        }
    }

    /// The caption and heads of the table of conditions.
    pub(in crate::report) fn conditions_table(self, met: usize, all: usize) -> (String, [&'static str; 2]) {
        let conditions = self.counted(all as u64, nouns::CONDITION);
        let caption = match (met, all) {
            (1, 1) => self.either("The one grant condition is met", "Mae’r unig amod grant wedi’i fodloni").to_owned(),
            (_, 1) => self
                .either("The one grant condition is not met in full", "Nid yw’r unig amod grant wedi’i fodloni’n llawn")
                .to_owned(),
            (1, _) => say!(self, "1 of {conditions} is met", "{conditions}: 1 wedi’i fodloni"),
            _ => say!(self, "{met} of {conditions} are met", "{conditions}: {met} wedi’u bodloni"),
        };
        (caption, self.either(["Condition", "Met?"], ["Amod", "Bodlonwyd?"]))
    }

    /// Over the kinds of leadership.
    pub(in crate::report) const fn leadership_heading(self) -> &'static str {
        self.either("Who leads, and in which way", "Pwy sy’n arwain, ac ym mha ffordd")
    }

    /// Why the partners work together.
    pub(in crate::report) fn why_together(self, why: &[&str]) -> String {
        let why = self.list(why);
        say!(self, "The partners work together {why}.", "Mae’r partneriaid yn cydweithio {why}.")
    }

    /// What drives the collaboration.
    pub(in crate::report) fn what_drives_it(self, drivers: &[&str]) -> String {
        let drivers = self.list(drivers);
        say!(self, "What drives them: {drivers}.", "Beth sy’n eu hysgogi: {drivers}.")
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
