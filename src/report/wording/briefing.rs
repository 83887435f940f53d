//! Words of the members' briefing. Short sentences; no party, no names, no praise.

use super::{Wording, nouns};
use crate::returns::approach::community_reporting::CommunityVerdict;

impl Wording {
    /// The headings of the briefing, in order.
    pub(in crate::report) const fn briefing_headings(self) -> BriefingHeadings {
        BriefingHeadings {
            in_short: self.either("In short", "Yn gryno"),
            we_ask: self.either("What we ask of you", "Beth a ofynnwn i chi"),
            in_your_ward: self.either("In your ward", "Yn eich ward chi"),
            going_well: self.either("Going well", "Yn mynd yn dda"),
            not_going_well: self.either("Not going well", "Ddim yn mynd yn dda"),
            money: self.either("The money", "Yr arian"),
            who_decides: self.either("Who decides what", "Pwy sy’n penderfynu beth"),
            residents: self.either("What residents say", "Beth mae trigolion yn ei ddweud"),
            questions: self.either("Questions you can ask", "Cwestiynau y gallwch eu gofyn"),
            words: self.either("Words we used", "Geiriau a ddefnyddiwyd"),
            contact: self.either("Ask us", "Holwch ni"),
        }
    }

    /// The labels of “In short”: good, not good, we ask.
    pub(in crate::report) const fn in_short_labels(self) -> [&'static str; 3] {
        self.either(["Good", "Not good", "We ask"], ["Da", "Ddim yn dda", "Gofynnwn"])
    }

    /// Where no measure is on track.
    pub(in crate::report) const fn nothing_good(self) -> &'static str {
        self.either("No measure is rated on track.", "Nid oes mesur â sgôr ar y trywydd iawn.")
    }

    /// Where no measure is behind.
    pub(in crate::report) const fn nothing_bad(self) -> &'static str {
        self.either(
            "No measure is rated behind or off track.",
            "Nid oes mesur â sgôr ar ei hôl hi nac oddi ar y trywydd.",
        )
    }

    /// How many decisions are asked, and the first date.
    pub(in crate::report) fn asks_in_short(self, count: usize, by: Option<&str>) -> String {
        let count = match count {
            0 => {
                let none = self.either(
                    "Nothing is asked of the council this quarter.",
                    "Ni ofynnir dim i’r cyngor y chwarter hwn.",
                );
                return none.to_owned();
            }
            _ => self.headed(count, nouns::DECISION),
        };
        match by {
            Some(by) => say!(self, "{count}, by {by}.", "{count}, erbyn {by}."),
            None => say!(self, "{count}, no date given.", "{count}, heb ddyddiad."),
        }
    }

    /// The caption of the table of wards, where a measure is broken down by ward and where none is.
    pub(in crate::report) fn wards_caption(self, measure: Option<&str>) -> String {
        match measure {
            Some(measure) => measure.to_owned(),
            None => self.either("What to know in each ward", "Beth i’w wybod ym mhob ward").to_owned(),
        }
    }

    /// The line under it.
    pub(in crate::report) fn wards_subtitle(self, counting: Option<&str>) -> String {
        let order = self.either(
            "Wards are in the order of the return, not ranked",
            "Mae’r wardiau yn nhrefn y ffurflen, heb eu graddio",
        );
        match counting {
            Some(counting) => format!("{}. {order}", self.capital(counting)),
            None => order.to_owned(),
        }
    }

    /// The heads of the table of wards: ward, promises, what to know.
    pub(in crate::report) const fn wards_heads(self) -> [&'static str; 3] {
        self.either(["Ward", "Promises due by now", "What to know"], ["Ward", "Addewidion hyd yma", "Beth i’w wybod"])
    }

    /// Where a ward has no promise due.
    pub(in crate::report) const fn none_due(self) -> &'static str {
        self.either("None due", "Dim hyd yma")
    }

    /// The last row of the table of wards, and where its promises stand.
    pub(in crate::report) const fn all_wards(self) -> [&'static str; 2] {
        self.either(
            ["All wards", "For promises, see “What residents say”"],
            ["Pob ward", "Am addewidion, gweler “Beth mae trigolion yn ei ddweud”"],
        )
    }

    /// A promise and the residents' verdict.
    pub(in crate::report) fn promise_and_verdict(self, verdict: CommunityVerdict) -> String {
        let verdict = self.verdict(verdict).to_lowercase();
        say!(self, " Residents say: {verdict}.", " Barn trigolion: {verdict}.")
    }

    /// Where the figures of wards are rounded.
    pub(in crate::report) fn wards_rounded(self, step: u32) -> String {
        say!(
            self,
            "Ward figures are rounded to the nearest {step}, so they may not add up.",
            "Mae ffigurau’r wardiau wedi’u talgrynnu i’r {step} agosaf, felly efallai na fyddant yn adio i’r cyfanswm."
        )
    }

    /// How many of the rated measures have a rating.
    pub(in crate::report) fn of_rated(self, count: usize, rated: usize) -> String {
        let (rated, all) = (self.counted(rated as u64, nouns::RATED_MEASURE), self.whole(rated as u64));
        say!(self, "{count} of {rated}", "{count} o {all}")
    }

    /// What the council gives.
    pub(in crate::report) fn council_gives(self, cash: &str, in_kind: Option<&str>) -> String {
        match in_kind {
            Some(in_kind) => say!(
                self,
                "{cash} in cash and {in_kind} in kind this year.",
                "{cash} (arian), {in_kind} (nwyddau) eleni."
            ),
            None => say!(self, "{cash} in cash this year.", "{cash} (arian) eleni."),
        }
    }

    /// What it may gain.
    pub(in crate::report) fn council_gains(self, gain: Option<&str>) -> String {
        match gain {
            Some(gain) => say!(
                self,
                "About {gain}, by the council’s own estimate.",
                "Tua {gain}, yn ôl amcangyfrif y cyngor ei hun."
            ),
            None => self
                .either(
                    "The council has not estimated what it may gain.",
                    "Nid yw’r cyngor wedi amcangyfrif beth y gallai ei ennill.",
                )
                .to_owned(),
        }
    }

    /// A net gain as a sentence of its own: “It gives £98,000 more than it gains.”
    pub(in crate::report) fn it_does(self, what: &str) -> String {
        say!(self, "It {what}.", "Mae’r cyngor {what}.")
    }

    /// Why the council gives.
    pub(in crate::report) fn council_says_why(self, motives: &[&str]) -> String {
        let motives = self.list(motives);
        say!(self, "It says it gives because {motives}.", "Yn ôl y cyngor: {motives}.")
    }

    /// Where the return says nothing on wards.
    pub(in crate::report) const fn nothing_on_wards(self) -> &'static str {
        self.either("Nothing was reported on wards.", "Ni adroddwyd dim am wardiau.")
    }

    /// An amount, the amount it is measured against, and by how much they differ.
    pub(in crate::report) fn amount_of(self, amount: &str, of: &str, what: AmountOf, share: Option<&str>) -> String {
        let share = share.map(|share| format!(" ({share})")).unwrap_or_default();
        match what {
            AmountOf::Plan => {
                say!(self, "{amount} of {of} planned{share}.", "{amount} allan o {of} a gynlluniwyd{share}.")
            }
            AmountOf::Budget => say!(
                self,
                "{amount} forecast, of a budget of {of}{share}.",
                "Rhagolwg: {amount}, cyllideb: {of}{share}."
            ),
        }
    }

    /// The labels of the lines on money.
    pub(in crate::report) const fn money_labels(self) -> [&'static str; 5] {
        self.either(
            ["Puts in", "Gets back", "Why", "Spent so far", "This year"],
            ["Rhoi", "Cael yn ôl", "Pam", "Gwariant", "Eleni"],
        )
    }

    /// Where the return does not say what the council gives.
    pub(in crate::report) const fn council_not_in_ledger(self) -> &'static str {
        self.either(
            "The return does not say what the council gives or gains.",
            "Nid yw’r ffurflen yn dweud beth mae’r cyngor yn ei roi na’i ennill.",
        )
    }

    /// The labels of who decides what.
    pub(in crate::report) const fn decides_labels(self) -> [&'static str; 5] {
        self.either(
            ["Council decides", "Council shares", "Passed on", "Members sit", "Scrutiny"],
            ["Y cyngor yn penderfynu", "Y cyngor yn rhannu", "Ildiwyd", "Aelodau", "Craffu"],
        )
    }

    /// Where the return names neither decisions kept nor decisions shared.
    pub(in crate::report) const fn kept_and_shared_not_said(self) -> &'static str {
        self.either(
            "The return does not say which decisions the council keeps, and which it shares.",
            "Nid yw’r ffurflen yn dweud pa benderfyniadau y mae’r cyngor yn eu cadw, a pha rai y mae’n eu rhannu.",
        )
    }

    /// Where the return does not say.
    pub(in crate::report) const fn does_not_say(self) -> &'static str {
        self.either("The return does not say.", "Nid yw’r ffurflen yn dweud.")
    }

    /// Where no decision has been passed on.
    pub(in crate::report) const fn none_passed_on(self) -> &'static str {
        self.either("No decision has been passed on.", "Nid oes penderfyniad wedi’i ildio.")
    }

    /// Whether a member sits on the board.
    pub(in crate::report) const fn on_board(self, sits: bool) -> &'static str {
        if sits {
            self.either("A member sits on the board.", "Mae aelod ar y bwrdd.")
        } else {
            self.either("No member sits on the board.", "Nid oes aelod ar y bwrdd.")
        }
    }

    /// Who scrutinises, when next and when last.
    pub(in crate::report) fn scrutiny(
        self,
        committee: Option<&str>,
        next: Option<&str>,
        last: Option<&str>,
    ) -> Option<String> {
        let committee = committee.map(|committee| format!("{committee}."));
        let next = next.map(|next| say!(self, "Next on {next}.", "Nesaf ar {next}."));
        let last = last.map(|last| say!(self, "Last on {last}.", "Diwethaf ar {last}."));
        let parts: Vec<String> = [committee, next, last].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// The heads of the promises in the briefing.
    pub(in crate::report) const fn residents_heads(self) -> [&'static str; 3] {
        self.either(["Promise", "Residents say", "We say"], ["Addewid", "Barn trigolion", "Ein barn ni"])
    }

    /// The line under its caption.
    pub(in crate::report) const fn residents_subtitle(self) -> &'static str {
        self.either("The verdict is the residents’, not ours", "Dyfarniad y trigolion ydyw, nid ein dyfarniad ni")
    }

    /// What a path is, said where the first stands.
    pub(in crate::report) const fn path_in_short(self) -> &'static str {
        self.either(" (the path is what we agreed to reach by now)", " (y llwybr yw’r hyn a gytunwyd hyd yma)")
    }

    /// The words explained: path, in kind, forecast.
    pub(in crate::report) const fn glossary(self) -> [(&'static str, &'static str); 3] {
        self.either(
            [
                ("Path", "the number we agreed to reach by now"),
                ("In kind", "time, space or things given in place of money"),
                ("Forecast", "what we expect by the end of the year"),
            ],
            [
                ("Llwybr", "y rhif a gytunwyd hyd yma"),
                ("Mewn nwyddau", "amser, lle neu bethau yn lle arian"),
                ("Rhagolwg", "disgwyliad diwedd y flwyddyn"),
            ],
        )
    }

    /// Whom to ask.
    pub(in crate::report) fn ask_for_more(self, contact: &str) -> String {
        say!(self, "For more, or for another format: {contact}.", "Am ragor, neu am fformat arall: {contact}.")
    }

    /// Who signed, in one sentence.
    pub(in crate::report) fn signed_by_roles(self, roles: &[&str]) -> String {
        let signed = self.list(roles).to_lowercase();
        match roles {
            [] => self.either("Nobody has signed this return.", "Nid oes neb wedi llofnodi’r ffurflen hon.").to_owned(),
            _ => say!(self, "Signed by: {signed}.", "Llofnodwyd gan: {signed}."),
        }
    }

    /// How small numbers are protected, where the data are, and what was left out: one small print.
    pub(in crate::report) fn briefing_protection(self, threshold: u32) -> String {
        let data = self.either("The figures are attached inside this file.", "Mae’r ffigurau y tu mewn i’r ffeil hon.");
        if threshold <= 1 {
            return data.to_owned();
        }
        let most = threshold - 1;
        say!(
            self,
            "To protect people, counts of 1 to {most} are hidden and shown as [c]. {data}",
            "I ddiogelu pobl, cuddir cyfrifon o 1 i {most} a’u dangos fel [c]. {data}"
        )
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

    #[test]
    fn asks_are_counted_with_their_date() {
        assert_eq!(W.asks_in_short(0, None), "Nothing is asked of the council this quarter.");
        assert_eq!(W.asks_in_short(1, Some("9 December 2026")), "One decision, by 9 December 2026.");
        assert_eq!(W.asks_in_short(2, None), "2\u{a0}decisions, no date given.");
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
