//! Words about what was said before: what is other now, and how things went.

use super::{Wording, nouns};
use crate::disclosure::published::ToldKind;
use crate::returns::approach::results::Rag;

impl Wording {
    /// The title of the section on what changed, and its question.
    pub(in crate::report) const fn changed_heading(self) -> [&'static str; 2] {
        self.either(
            ["What changed from what you were told", "What was said then, what is said now, and why?"],
            [
                "Beth sydd wedi newid ers yr hyn a ddywedwyd wrthych",
                "Beth a ddywedwyd bryd hynny, beth a ddywedir nawr, a pham?",
            ],
        )
    }

    /// How many things are other than was told, and for how many no reason was given.
    pub(in crate::report) fn changed_lede(self, changed: usize, without: usize, since: &str) -> String {
        let things = self.counted(changed as u64, nouns::THING);
        let head = match changed {
            1 => say!(
                self,
                "One thing is other than you were told in our last report, for {since}.",
                "Mae un peth yn wahanol i’r hyn a ddywedwyd wrthych yn ein hadroddiad diwethaf ({since})."
            ),
            _ => say!(
                self,
                "{things} are other than you were told in our last report, for {since}.",
                "Mae {things} yn wahanol i’r hyn a ddywedwyd wrthych yn ein hadroddiad diwethaf ({since})."
            ),
        };
        let why = match (without, changed) {
            (0, _) => self.either("A reason is given for each.", "Rhoddir rheswm dros bob un."),
            (_, 1) => self.either("No reason was given.", "Ni roddwyd rheswm."),
            (some, all) if some == all => {
                self.either("No reason was given for any of them.", "Ni roddwyd rheswm dros yr un ohonynt.")
            }
            (some, _) => {
                let some = self.counted(some as u64, nouns::THING);
                return format!(
                    "{head} {}",
                    say!(self, "No reason was given for {some}.", "Ni roddwyd rheswm dros {some}.")
                );
            }
        };
        format!("{head} {why}")
    }

    /// A line on page 1 that leads to the section; the link follows.
    pub(in crate::report) fn changed_in_brief(self, changed: usize) -> String {
        let things = self.counted(changed as u64, nouns::THING);
        match changed {
            1 => self
                .either(
                    "One thing is other than you were told last quarter: ",
                    "Mae un peth yn wahanol i’r hyn a ddywedwyd wrthych y chwarter diwethaf: ",
                )
                .to_owned(),
            _ => say!(
                self,
                "{things} are other than you were told last quarter: ",
                "Mae {things} yn wahanol i’r hyn a ddywedwyd wrthych y chwarter diwethaf: "
            ),
        }
    }

    /// The caption of the table of changes, and its heads.
    pub(in crate::report) const fn changed_table(self) -> (&'static str, [&'static str; 4]) {
        self.either(
            ("What was said, and what is said now", ["What", "You were told", "It is now", "Why"]),
            ("Beth a ddywedwyd, a beth a ddywedir nawr", ["Beth", "Dywedwyd wrthych", "Mae nawr yn", "Pam"]),
        )
    }

    /// Before what was said, and before what is said now.
    pub(in crate::report) const fn was_and_is(self) -> [&'static str; 2] {
        self.either(["was ", "is now "], ["bryd hynny ", "nawr "])
    }

    /// How many changes a briefing has no room for.
    pub(in crate::report) fn changed_more(self, more: usize) -> String {
        let things = self.counted(more as u64, nouns::THING);
        match more {
            1 => self
                .either(
                    "One more thing is told in the full report.",
                    "Adroddir ar un peth arall yn yr adroddiad llawn.",
                )
                .to_owned(),
            _ => say!(
                self,
                "{things} more are told in the full report.",
                "Adroddir ar {things} arall yn yr adroddiad llawn."
            ),
        }
    }

    /// What kind of change it is, under the title of what changed.
    pub(in crate::report) fn told_kind(self, kind: ToldKind, period: Option<&str>, times: u32) -> String {
        let figure = |what: &str| match period {
            Some(period) => say!(self, "Figure for {period}, {what}", "Ffigur ({period}), {what}"),
            None => say!(self, "Figure, {what}", "Ffigur, {what}"),
        };
        let fixed = match kind {
            ToldKind::FigureRestated => return figure(self.either("corrected", "wedi’i gywiro")),
            ToldKind::FigureSettled => return figure(self.either("not final then", "nad oedd yn derfynol")),
            ToldKind::PromiseMoved if times > 1 => {
                return say!(
                    self,
                    "Promise, day moved {times} times so far",
                    "Addewid, y dyddiad wedi’i symud: {times} o weithiau hyd yma"
                );
            }
            ToldKind::PromiseMoved => self.either("Promise, day moved", "Addewid, y dyddiad wedi’i symud"),
            ToldKind::BaselineMoved => self.either("Where it started", "Y man cychwyn"),
            ToldKind::TargetMoved => self.either("Target", "Targed"),
            ToldKind::TargetLater => self.either("Day for the target", "Dyddiad y targed"),
            ToldKind::TargetDropped => self.either("Target, dropped", "Targed, wedi’i ollwng"),
            ToldKind::Redefined => self.either("Who or what is counted", "Pwy neu beth a gyfrifir"),
            ToldKind::Renamed => self.either("Its name", "Yr enw"),
            ToldKind::Gone => self.either("No longer reported", "Nid adroddir arno mwyach"),
            ToldKind::New => self.either("New", "Newydd"),
            ToldKind::PromiseReworded => self.either("Promise, in other words", "Addewid, mewn geiriau eraill"),
            ToldKind::PromiseGone => self.either("Promise, not mentioned now", "Addewid, heb ei chrybwyll nawr"),
            ToldKind::PartnerLeft => self.either("Partner, left", "Partner, wedi gadael"),
            ToldKind::PartnerGone => self.either("Partner, not mentioned now", "Partner, heb ei grybwyll nawr"),
        };
        fixed.to_owned()
    }

    /// What stood in the last report where it has no figure or words of its own.
    pub(in crate::report) const fn told_then(self, kind: ToldKind) -> &'static str {
        match kind {
            ToldKind::PartnerLeft | ToldKind::PartnerGone => self.either("A partner", "Partner"),
            ToldKind::PromiseGone | ToldKind::PromiseReworded | ToldKind::PromiseMoved => {
                self.either("Promised", "Addawyd")
            }
            ToldKind::FigureRestated
            | ToldKind::FigureSettled
            | ToldKind::BaselineMoved
            | ToldKind::TargetMoved
            | ToldKind::TargetLater
            | ToldKind::TargetDropped
            | ToldKind::Redefined
            | ToldKind::Renamed
            | ToldKind::Gone
            | ToldKind::New => self.either("Reported", "Adroddwyd"),
        }
    }

    /// What stands in this report where there is nothing.
    pub(in crate::report) const fn told_now(self, kind: ToldKind) -> &'static str {
        match kind {
            ToldKind::TargetDropped => self.either("No target", "Dim targed"),
            ToldKind::PromiseGone | ToldKind::PartnerGone => self.either("Not mentioned", "Heb grybwyll"),
            ToldKind::FigureRestated
            | ToldKind::FigureSettled
            | ToldKind::BaselineMoved
            | ToldKind::TargetMoved
            | ToldKind::TargetLater
            | ToldKind::Redefined
            | ToldKind::Renamed
            | ToldKind::Gone
            | ToldKind::New
            | ToldKind::PromiseMoved
            | ToldKind::PromiseReworded
            | ToldKind::PartnerLeft => self.either("Not reported", "Heb adrodd"),
        }
    }

    /// The day a partner left.
    pub(in crate::report) fn left_on(self, date: &str) -> String {
        say!(self, "Left on {date}", "Gadawodd ar {date}")
    }

    /// Words that may identify somebody.
    pub(in crate::report) const fn not_repeated(self) -> &'static str {
        self.either("Words that are not repeated here", "Geiriau nad ydynt yn cael eu hailadrodd yma")
    }

    /// Where nobody says why.
    pub(in crate::report) const fn no_reason_given(self) -> &'static str {
        self.either("No reason was given.", "Ni roddwyd rheswm.")
    }

    /// Where the line above gives the reason, and says who agreed.
    pub(in crate::report) const fn same_reason(self) -> &'static str {
        self.either("For the same reason.", "Am yr un rheswm.")
    }

    /// Who agreed a change, and when.
    pub(in crate::report) fn change_agreed(self, by: &[String], on: Option<&str>) -> Option<String> {
        let names = self.list(by);
        match (by.is_empty(), on) {
            (true, None) => None,
            (true, Some(on)) => Some(say!(self, "Changed on {on}", "Newidiwyd ar {on}")),
            (false, None) => Some(say!(self, "Agreed by {names}", "Cytunwyd gan: {names}")),
            (false, Some(on)) => Some(say!(self, "Agreed by {names}, {on}", "Cytunwyd gan: {names}, {on}")),
        }
    }

    /// The same in a few words: of three or more, the first is named and the others are counted.
    pub(in crate::report) fn change_agreed_briefly(self, by: &[String], on: Option<&str>) -> Option<String> {
        let [first, _, _, ..] = by else { return self.change_agreed(by, on) };
        let others = (by.len() - 1).to_string();
        let names = say!(self, "{first} and {others} others", "{first} a {others} arall");
        self.change_agreed(&[names], on)
    }

    /// What is measured for the first time.
    pub(in crate::report) fn new_this_quarter(self, titles: &[&str]) -> String {
        let titles = titles.join("; ");
        say!(self, "New this quarter: {titles}.", "Newydd y chwarter hwn: {titles}.")
    }

    /// The title of the section on how things went, and its question.
    pub(in crate::report) const fn course_heading(self) -> [&'static str; 2] {
        self.either(
            ["Quarter by quarter", "What was said each quarter, and what came of it?"],
            ["Chwarter wrth chwarter", "Beth a ddywedwyd bob chwarter, a beth ddaeth ohono?"],
        )
    }

    /// A rating as it stands over its shape: one word.
    pub(in crate::report) const fn rating_word(self, rag: Rag) -> &'static str {
        match rag {
            Rag::Green => self.either("Green", "Gwyrdd"),
            Rag::Amber => self.either("Amber", "Ambr"),
            Rag::Red => self.either("Red", "Coch"),
            Rag::NotRated => self.either("None", "Dim"),
            Rag::NotDue => "–",
        }
    }

    /// The chart of ratings: headline, subtitle and note.
    pub(in crate::report) fn ratings_chart(self, from: &str, to: &str) -> [String; 3] {
        [
            self.either("How each measure was rated, quarter by quarter", "Sgôr pob mesur, chwarter wrth chwarter")
                .to_owned(),
            say!(self, "Ratings as they were told at the time, {from} to {to}", "Sgoriau fel y’u dywedwyd ar y pryd, {from} – {to}"),
            self.either(
                "Green: on track. Amber: behind, with a plan. Red: off track. – : not due. [x]: not reported that quarter.",
                "Gwyrdd: ar y trywydd iawn. Ambr: ar ei hôl hi, â chynllun. Coch: oddi ar y trywydd. – : ddim i’w ddisgwyl \
                 eto. [x]: heb ei adrodd y chwarter hwnnw.",
            )
            .to_owned(),
        ]
    }

    /// What a reader who cannot see the ratings hears: what it is, and where the ratings stand.
    pub(in crate::report) fn ratings_alt(self, measures: usize, from: &str, to: &str, table: &str) -> [String; 2] {
        let measures = self.counted(measures as u64, nouns::MEASURE);
        [
            say!(
                self,
                "Rows of shapes showing the ratings of {measures}, {from} to {to}.",
                "Rhesi o siapiau yn dangos sgoriau {measures}, {from} – {to}."
            ),
            say!(self, "Data in tables {table} and after.", "Data yn nhabl {table} ac ymlaen."),
        ]
    }

    /// The message of a chart over quarters: the first and the last figure, without a verb of change.
    pub(in crate::report) fn course_message(self, first: [&str; 2], last: [&str; 2]) -> String {
        let [[was, then], [is, now]] = [first, last];
        say!(self, "{was} in {then}; {is} in {now}", "{then}: {was}; {now}: {is}")
    }

    /// What a reader who cannot see the chart hears: what it is, and where the data are.
    pub(in crate::report) fn course_alt(self, title: &str, from: &str, to: &str, table: &str) -> [String; 2] {
        [
            say!(
                self,
                "Line chart showing {title}, {from} to {to}.",
                "Siart llinell yn dangos: {title}, {from} – {to}."
            ),
            say!(self, "Data in table {table}.", "Data yn nhabl {table}."),
        ]
    }

    /// What the marks of a chart over quarters mean.
    pub(in crate::report) fn course_note(self, has_break: bool, has_restated: bool, has_target: bool) -> String {
        let mut notes = Vec::new();
        if has_target {
            notes.push(self.either(
                "Dashed: the agreed path. Thin steps: the target of the time.",
                "Llinell doredig: y llwybr y cytunwyd arno. Grisiau main: targed yr adeg.",
            ));
        }
        if has_break {
            notes.push(self.either(
                "[b] break: counted in another way from here on.",
                "[b] toriad: wedi’i gyfrif mewn ffordd arall o hyn ymlaen.",
            ));
        }
        if has_restated {
            notes.push(self.either(
                "[r] hollow: revised since it was first reported.",
                "[r] gwag: wedi’i ddiwygio ers ei adrodd gyntaf.",
            ));
        }
        notes.join(" ")
    }

    /// The caption of the figures of a measure by quarter, and their heads.
    pub(in crate::report) fn course_table(self, table: &str, title: &str) -> (String, [&'static str; 7]) {
        let heads = self.either(
            ["Quarter", "Figure", "First told", "Path", "Target", "Year-end forecast", "Rating"],
            ["Chwarter", "Ffigur", "Dywedwyd gyntaf", "Llwybr", "Targed", "Rhagolwg diwedd blwyddyn", "Sgôr"],
        );
        (say!(self, "{table}. {title}, by quarter", "{table}. {title}, fesul chwarter"), heads)
    }

    /// The caption of forecasts and what came of them, and its heads.
    pub(in crate::report) const fn forecasts_table(self) -> (&'static str, &'static str, [&'static str; 5]) {
        self.either(
            (
                "What we forecast, and what came of it",
                "Forecasts made after six months of the year, beside the figure at its end",
                ["Measure", "Year", "Forecast", "Figure", "Difference"],
            ),
            (
                "Beth a ragwelwyd, a beth ddaeth ohono",
                "Rhagolygon a wnaed ar ôl chwe mis o’r flwyddyn, wrth ochr y ffigur ar ei diwedd",
                ["Mesur", "Blwyddyn", "Rhagolwg", "Ffigur", "Gwahaniaeth"],
            ),
        )
    }

    /// The caption of the promises, and its heads.
    pub(in crate::report) const fn promise_history(self) -> (&'static str, [&'static str; 4]) {
        self.either(
            ("What became of each promise", ["Promise", "First due", "Moved to", "Residents say"]),
            ("Beth ddaeth o bob addewid", ["Addewid", "I’w chyflawni gyntaf", "Symudwyd i", "Dywed trigolion"]),
        )
    }

    /// When a promise was made, and in which quarter it was last told of.
    pub(in crate::report) fn promise_told(self, made: Option<&str>, last: Option<&str>) -> String {
        let made = made.map(|made| say!(self, "Made on {made}", "Gwnaed ar {made}"));
        let last = last.map(|last| say!(self, "last told of for {last}", "dywedwyd amdani ddiwethaf: {last}"));
        let parts: Vec<String> = made.into_iter().chain(last).collect();
        self.capital(&parts.join("; "))
    }

    /// The promises that residents are not told of this quarter.
    pub(in crate::report) const fn earlier_promises(self) -> &'static str {
        self.either(
            "What we promised before, and said last",
            "Yr hyn a addawsom o’r blaen, a’r hyn a ddywedwyd ddiwethaf",
        )
    }

    /// Of a promise that was still to be kept when it was last told of.
    pub(in crate::report) const fn nothing_said_since(self) -> &'static str {
        self.either("We have not said what became of it.", "Nid ydym wedi dweud beth ddaeth ohoni.")
    }

    /// In which quarter a promise was last told of.
    pub(in crate::report) fn last_told(self, quarter: &str) -> String {
        say!(self, "Last told of for {quarter}.", "Dywedwyd amdani ddiwethaf: {quarter}.")
    }

    /// A promise whose day stands.
    pub(in crate::report) const fn not_moved(self) -> &'static str {
        self.either("Not moved", "Heb ei symud")
    }

    /// The chart of trust, its subtitle, and the words for its table.
    pub(in crate::report) const fn trust_course(self) -> [&'static str; 4] {
        self.either(
            [
                "Trust between partners",
                "Overall score of the partners’ survey",
                "Numbered lines: what built or broke trust, listed beside the chart.",
                "What built or broke trust",
            ],
            [
                "Ymddiriedaeth rhwng partneriaid",
                "Sgôr gyffredinol arolwg y partneriaid",
                "Llinellau â rhifau: beth a greodd neu a dorrodd ymddiriedaeth, wedi’u rhestru wrth ochr y siart.",
                "Beth a greodd neu a dorrodd ymddiriedaeth",
            ],
        )
    }

    /// The caption of a table of scores or of spending by quarter.
    pub(in crate::report) fn table_caption(self, table: &str, what: &str) -> String {
        format!("{table}. {what}")
    }

    /// The heads of the table of trust by quarter.
    pub(in crate::report) const fn trust_heads(self) -> [&'static str; 2] {
        self.either(["Quarter", "Overall score"], ["Chwarter", "Sgôr gyffredinol"])
    }

    /// The chart of spending in a year: its subject and its subtitle.
    pub(in crate::report) fn spending_course(self, year: &str) -> [String; 2] {
        [
            say!(self, "Spending in {year}", "Gwariant yn {year}"),
            say!(
                self,
                "£ thousand since 1 April. Dashed: what was planned. Dotted: what the year will come to.",
                "£ mil ers 1 Ebrill. Llinell doredig: y cynllun. Llinell ddotiog: cyfanswm y flwyddyn."
            ),
        ]
    }

    /// The message of the chart of spending.
    pub(in crate::report) fn spending_message(self, year: &str, spent: &str, planned: &str) -> String {
        say!(self, "{year}: {spent} spent, {planned} planned", "{year}: gwariwyd {spent}, cynlluniwyd {planned}")
    }

    /// The words beside the budget of a year.
    pub(in crate::report) fn budget_label(self, budget: &str) -> String {
        say!(self, "Budget {budget}", "Cyllideb {budget}")
    }

    /// The heads of the table of spending by quarter, and what it is called.
    pub(in crate::report) const fn spending_table(self) -> (&'static str, [&'static str; 5]) {
        self.either(
            ("Spending by quarter, £ since 1 April", ["Quarter", "Budget of the year", "Planned", "Spent", "Forecast"]),
            (
                "Gwariant fesul chwarter, £ ers 1 Ebrill",
                ["Chwarter", "Cyllideb y flwyddyn", "Cynlluniwyd", "Gwariwyd", "Rhagolwg"],
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ENGLISH as W, WELSH as CY};
    use super::*;

    const SINCE: &str = "April to June 2026";

    #[test]
    fn the_lede_counts_what_changed_and_what_has_no_reason() {
        assert_eq!(
            W.changed_lede(1, 0, SINCE),
            "One thing is other than you were told in our last report, for April to June 2026. A reason is given for each."
        );
        assert!(W.changed_lede(1, 1, SINCE).ends_with("April to June 2026. No reason was given."));
        assert!(W.changed_lede(3, 0, SINCE).starts_with("3\u{a0}things are other than you were told"));
        assert!(W.changed_lede(3, 3, SINCE).ends_with("No reason was given for any of them."));
        assert!(W.changed_lede(3, 1, SINCE).ends_with("No reason was given for 1\u{a0}thing."));
        assert!(CY.changed_lede(1, 1, SINCE).starts_with("Mae un peth yn wahanol"));
        assert!(CY.changed_lede(4, 2, SINCE).ends_with("Ni roddwyd rheswm dros 2\u{a0}o bethau."));
        assert!(CY.changed_lede(4, 0, SINCE).ends_with("Rhoddir rheswm dros bob un."));
        assert_eq!(W.changed_in_brief(1), "One thing is other than you were told last quarter: ");
        assert_eq!(W.changed_in_brief(2), "2\u{a0}things are other than you were told last quarter: ");
        assert!(CY.changed_in_brief(2).starts_with("Mae 2\u{a0}o bethau"));
    }

    #[test]
    fn every_kind_of_change_says_what_it_is_in_both_languages() {
        for w in [W, CY] {
            let mut kinds: Vec<String> = ToldKind::ALL.iter().map(|kind| w.told_kind(*kind, None, 1)).collect();
            kinds.sort();
            kinds.dedup();
            assert_eq!(kinds.len(), ToldKind::ALL.len(), "{kinds:?}");
            assert!(ToldKind::ALL.iter().all(|kind| !w.told_then(*kind).is_empty() && !w.told_now(*kind).is_empty()));
        }
        assert_eq!(W.told_kind(ToldKind::FigureRestated, Some(SINCE), 0), "Figure for April to June 2026, corrected");
        assert_eq!(W.told_kind(ToldKind::FigureSettled, None, 0), "Figure, not final then");
        assert_eq!(W.told_kind(ToldKind::PromiseMoved, None, 3), "Promise, day moved 3 times so far");
        assert_eq!(
            CY.told_kind(ToldKind::PromiseMoved, None, 3),
            "Addewid, y dyddiad wedi’i symud: 3 o weithiau hyd yma"
        );
        assert_eq!(W.told_then(ToldKind::PartnerGone), "A partner");
        assert_eq!(W.told_then(ToldKind::PromiseGone), "Promised");
        assert_eq!(W.told_now(ToldKind::TargetDropped), "No target");
        assert_eq!(W.told_now(ToldKind::PartnerGone), "Not mentioned");
        assert_eq!(W.told_now(ToldKind::Gone), "Not reported");
    }

    #[test]
    fn who_agreed_is_said_as_far_as_it_is_known() {
        let by = ["A".to_owned(), "B".to_owned()];
        assert_eq!(W.change_agreed(&[], None), None);
        assert_eq!(W.change_agreed(&[], Some("1 May")).unwrap(), "Changed on 1 May");
        assert_eq!(W.change_agreed(&by, None).unwrap(), "Agreed by A and B");
        assert_eq!(W.change_agreed(&by, Some("1 May")).unwrap(), "Agreed by A and B, 1 May");
        assert_eq!(CY.change_agreed(&by, None).unwrap(), "Cytunwyd gan: A, B");
    }

    #[test]
    fn a_course_is_told_without_a_verb_of_change() {
        assert_eq!(W.course_message(["61%", "September"], ["78%", "March"]), "61% in September; 78% in March");
        assert_eq!(CY.course_message(["61%", "Medi"], ["78%", "Mawrth"]), "Medi: 61%; Mawrth: 78%");
        assert_eq!(W.course_note(false, false, false), "");
        assert!(
            W.course_note(true, true, true).contains("[b] break") && W.course_note(true, true, false).contains("[r]")
        );
        assert_eq!(W.promise_told(Some("1 May"), None), "Made on 1 May");
        assert_eq!(W.promise_told(None, Some(SINCE)), "Last told of for April to June 2026");
        assert_eq!(W.promise_told(None, None), "");
        assert_eq!(W.last_told(SINCE), "Last told of for April to June 2026.");
        assert!(W.nothing_said_since().contains("what became of it"));
        assert!(W.earlier_promises().starts_with("What we promised before"));
    }
}
