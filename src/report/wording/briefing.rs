//! Words of the members' briefing. Short sentences; no party, no names, no praise.

use super::Wording;
use crate::returns::approach::community_reporting::{CommunityVerdict, PartnerStatus};

impl Wording {
    /// The headings of the briefing, in order.
    pub(in crate::report) const fn briefing_headings(self) -> BriefingHeadings {
        BriefingHeadings {
            in_short: "In short",
            we_ask: "What we ask of you",
            in_your_ward: "In your ward",
            going_well: "Going well",
            not_going_well: "Not going well",
            money: "The money",
            who_decides: "Who decides what",
            residents: "What residents say",
            questions: "Questions you can ask",
            words: "Words we used",
            contact: "Ask us",
        }
    }

    /// The labels of “In short”: good, not good, we ask.
    pub(in crate::report) const fn in_short_labels(self) -> [&'static str; 3] {
        ["Good", "Not good", "We ask"]
    }

    /// Where no measure is on track.
    pub(in crate::report) const fn nothing_good(self) -> &'static str {
        "No measure is rated on track."
    }

    /// Where no measure is behind.
    pub(in crate::report) const fn nothing_bad(self) -> &'static str {
        "No measure is rated behind or off track."
    }

    /// How many decisions are asked, and the first date.
    pub(in crate::report) fn asks_in_short(self, count: usize, by: Option<&str>) -> String {
        let count = match count {
            0 => return "Nothing is asked of the council this quarter.".to_owned(),
            1 => "One decision".to_owned(),
            _ => self.count(count as u64, "decision", "decisions"),
        };
        match by {
            Some(by) => format!("{count}, by {by}."),
            None => format!("{count}, no date given."),
        }
    }

    /// The caption of the table of wards, where a measure is broken down by ward and where none is.
    pub(in crate::report) fn wards_caption(self, measure: Option<&str>) -> String {
        match measure {
            Some(measure) => measure.to_owned(),
            None => "What to know in each ward".to_owned(),
        }
    }

    /// The line under it.
    pub(in crate::report) fn wards_subtitle(self, counting: Option<&str>) -> String {
        match counting {
            Some(counting) => format!("{}. Wards are in the order of the return, not ranked", self.capital(counting)),
            None => "Wards are in the order of the return, not ranked".to_owned(),
        }
    }

    /// The heads of the table of wards: ward, promises, what to know.
    pub(in crate::report) const fn wards_heads(self) -> [&'static str; 3] {
        ["Ward", "Promises due by now", "What to know"]
    }

    /// Where a ward has no promise due.
    pub(in crate::report) const fn none_due(self) -> &'static str {
        "None due"
    }

    /// The last row of the table of wards, and where its promises stand.
    pub(in crate::report) const fn all_wards(self) -> [&'static str; 2] {
        ["All wards", "For promises, see “What residents say”"]
    }

    /// A promise and the residents' verdict.
    pub(in crate::report) fn promise_and_verdict(self, verdict: CommunityVerdict) -> String {
        format!(" Residents say: {}.", self.verdict(verdict).to_lowercase())
    }

    /// Where the figures of wards are rounded.
    pub(in crate::report) fn wards_rounded(self, step: u32) -> String {
        format!("Ward figures are rounded to the nearest {step}, so they may not add up.")
    }

    /// How many of the rated measures have a rating.
    pub(in crate::report) fn of_rated(self, count: usize, rated: usize) -> String {
        format!("{count} of {}", self.count(rated as u64, "rated measure", "rated measures"))
    }

    /// What the council gives.
    pub(in crate::report) fn council_gives(self, cash: &str, in_kind: Option<&str>) -> String {
        match in_kind {
            Some(in_kind) => format!("{cash} in cash and {in_kind} in kind this year."),
            None => format!("{cash} in cash this year."),
        }
    }

    /// What it may gain.
    pub(in crate::report) fn council_gains(self, gain: Option<&str>) -> String {
        match gain {
            Some(gain) => format!("About {gain}, by the council’s own estimate."),
            None => "The council has not estimated what it may gain.".to_owned(),
        }
    }

    /// A net gain as a sentence of its own: “It gives £98,000 more than it gains.”
    pub(in crate::report) fn it_does(self, what: &str) -> String {
        format!("It {what}.")
    }

    /// Why the council gives.
    pub(in crate::report) fn council_says_why(self, motives: &[&str]) -> String {
        format!("It says it gives because {}.", self.list(motives))
    }

    /// Where the return says nothing on wards.
    pub(in crate::report) const fn nothing_on_wards(self) -> &'static str {
        "Nothing was reported on wards."
    }

    /// An amount, the amount it is measured against, and by how much they differ.
    pub(in crate::report) fn amount_of(self, amount: &str, of: &str, what: AmountOf, share: Option<&str>) -> String {
        let share = share.map(|share| format!(" ({share})")).unwrap_or_default();
        match what {
            AmountOf::Plan => format!("{amount} of {of} planned{share}."),
            AmountOf::Budget => format!("{amount} forecast, of a budget of {of}{share}."),
        }
    }

    /// The labels of the lines on money.
    pub(in crate::report) const fn money_labels(self) -> [&'static str; 5] {
        ["Puts in", "Gets back", "Why", "Spent so far", "This year"]
    }

    /// Where the return does not say what the council gives.
    pub(in crate::report) const fn council_not_in_ledger(self) -> &'static str {
        "The return does not say what the council gives or gains."
    }

    /// The labels of who decides what.
    pub(in crate::report) const fn decides_labels(self) -> [&'static str; 5] {
        ["Council decides", "Council shares", "Passed on", "Members sit", "Scrutiny"]
    }

    /// Where the return names neither decisions kept nor decisions shared.
    pub(in crate::report) const fn kept_and_shared_not_said(self) -> &'static str {
        "The return does not say which decisions the council keeps, and which it shares."
    }

    /// Where the return does not say.
    pub(in crate::report) const fn does_not_say(self) -> &'static str {
        "The return does not say."
    }

    /// Where no decision has been passed on.
    pub(in crate::report) const fn none_passed_on(self) -> &'static str {
        "No decision has been passed on."
    }

    /// Whether a member sits on the board.
    pub(in crate::report) const fn on_board(self, sits: bool) -> &'static str {
        if sits { "A member sits on the board." } else { "No member sits on the board." }
    }

    /// Who scrutinises, when next and when last.
    pub(in crate::report) fn scrutiny(
        self,
        committee: Option<&str>,
        next: Option<&str>,
        last: Option<&str>,
    ) -> Option<String> {
        let committee = committee.map(|committee| format!("{committee}."));
        let next = next.map(|next| format!("Next on {next}."));
        let last = last.map(|last| format!("Last on {last}."));
        let parts: Vec<String> = [committee, next, last].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The heads of the promises in the briefing.
    pub(in crate::report) const fn residents_heads(self) -> [&'static str; 3] {
        ["Promise", "Residents say", "We say"]
    }

    /// The line under its caption.
    pub(in crate::report) const fn residents_subtitle(self) -> &'static str {
        "The verdict is the residents’, not ours"
    }

    /// Question 1: a measure is off track.
    pub(in crate::report) fn ask_off_track(self, title: &str, figures: &str, by: &str) -> String {
        format!("{title}: {figures}. What will be different by {by}, and how will we know?")
    }

    /// Question 2: partner and residents judge a promise differently. Before and after the promise.
    pub(in crate::report) fn ask_verdict(self, status: PartnerStatus, verdict: CommunityVerdict) -> [String; 2] {
        let status = self.partner_status(status).to_lowercase();
        let verdict = self.verdict(verdict).to_lowercase();
        ["You promised: “".to_owned(), format!("” You say: {status}. Residents say: {verdict}. Who is right?")]
    }

    /// Question 3: the council gives more than it gains.
    pub(in crate::report) fn ask_net(self, council: &str, net: &str) -> String {
        format!("{council} {net}. Is that what we want, and for how long?")
    }

    /// Where the figures raise no question.
    pub(in crate::report) const fn no_questions(self) -> &'static str {
        "The figures of this quarter raise no question of their own."
    }

    /// The words explained: path, in kind, forecast.
    pub(in crate::report) const fn glossary(self) -> [(&'static str, &'static str); 3] {
        [
            ("Path", "the number we agreed to reach by now"),
            ("In kind", "time, space or things given in place of money"),
            ("Forecast", "what we expect by the end of the year"),
        ]
    }

    /// Whom to ask.
    pub(in crate::report) fn ask_for_more(self, contact: &str) -> String {
        format!("For more, or for another format: {contact}.")
    }

    /// Who signed, in one sentence.
    pub(in crate::report) fn signed_by_roles(self, roles: &[&str]) -> String {
        match roles {
            [] => "Nobody has signed this return.".to_owned(),
            roles => format!("Signed by: {}.", self.list(roles).to_lowercase()),
        }
    }

    /// How small numbers are protected, where the data are, and what was left out: one small print.
    pub(in crate::report) fn briefing_protection(self, threshold: u32) -> String {
        let data = "The figures are attached inside this file.";
        if threshold <= 1 {
            return data.to_owned();
        }
        format!("To protect people, counts of 1 to {} are hidden and shown as [c]. {data}", threshold - 1)
    }
}

/// What an amount is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum AmountOf {
    /// What was planned so far.
    Plan,
    /// The budget of the year.
    Budget,
}

/// The headings of the briefing.
pub(in crate::report) struct BriefingHeadings {
    pub(in crate::report) in_short: &'static str,
    pub(in crate::report) we_ask: &'static str,
    pub(in crate::report) in_your_ward: &'static str,
    pub(in crate::report) going_well: &'static str,
    pub(in crate::report) not_going_well: &'static str,
    pub(in crate::report) money: &'static str,
    pub(in crate::report) who_decides: &'static str,
    pub(in crate::report) residents: &'static str,
    pub(in crate::report) questions: &'static str,
    pub(in crate::report) words: &'static str,
    pub(in crate::report) contact: &'static str,
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn asks_are_counted_with_their_date() {
        assert_eq!(W.asks_in_short(0, None), "Nothing is asked of the council this quarter.");
        assert_eq!(W.asks_in_short(1, Some("9 December 2026")), "One decision, by 9 December 2026.");
        assert_eq!(W.asks_in_short(2, None), "2\u{a0}decisions, no date given.");
    }

    #[test]
    fn questions_cite_their_figure_and_take_no_side() {
        assert_eq!(
            W.ask_off_track("Repeat call-outs", "201 call-outs against a path of 185", "31 December 2026"),
            "Repeat call-outs: 201 call-outs against a path of 185. What will be different by 31 December 2026, and how will we know?"
        );
        assert_eq!(
            W.ask_verdict(PartnerStatus::Delivered, CommunityVerdict::PartlyKept)[1],
            "” You say: delivered. Residents say: partly kept. Who is right?"
        );
        assert_eq!(
            W.ask_net("The council", "gives £98,000 more than it gains"),
            "The council gives £98,000 more than it gains. Is that what we want, and for how long?"
        );
    }

    #[test]
    fn scrutiny_is_told_as_far_as_known() {
        assert_eq!(
            W.scrutiny(Some("Scrutiny Committee"), Some("9 December 2026"), None).unwrap(),
            "Scrutiny Committee. Next on 9 December 2026."
        );
        assert_eq!(W.scrutiny(None, None, None), None);
        assert_eq!(W.council_gains(None), "The council has not estimated what it may gain.");
        assert_eq!(W.council_gives("£10", None), "£10 in cash this year.");
        assert_eq!(W.signed_by_roles(&[]), "Nobody has signed this return.");
    }
}
