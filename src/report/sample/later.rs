//! The sample's later sections: lists, quotations, the ledger and an annex.

use super::Sample;
use crate::report::block::*;

impl Sample<'_> {
    pub(super) fn communities(&self) -> Block {
        let story = |title, text| ColumnCell {
            span: 4,
            blocks: vec![self.heading(3, title), self.paragraph(Look::Story, text)],
        };
        self.section(
            "8",
            "What communities say",
            "Did you keep your promises, by their judgement?",
            vec![
                Block::List(List {
                    marker: Marker::Bullet,
                    items: vec![
                        self.rich("You said: ").emphasis(self.say("nobody answers after one")),
                        self.rich("We did: moved one post to the afternoon"),
                    ],
                }),
                Block::List(List {
                    marker: Marker::Number,
                    items: vec![self.rich("What will be different by December?"), self.rich("Who is right?")],
                }),
                Block::List(List {
                    marker: Marker::Ruled,
                    items: vec![self.rich("44 of 49 tenancies lasted 6 months."), self.rich("Decisions take 12 days.")],
                }),
                Block::Columns(Columns {
                    ruled: true,
                    stretch: false,
                    cells: vec![
                        story("One", "A warm space opened two evenings a week."),
                        story("Two", "The phone is still not answered after 1pm."),
                        story("Three", "The panel read every idea from the spring assembly."),
                    ],
                }),
                Block::Panel(Panel {
                    look: PanelLook::Box,
                    blocks: vec![
                        self.heading(3, "The reporters’ own words"),
                        Block::Quotation(Quotation {
                            words: self.rich("“They came back to us, and that was new.”"),
                            by: self.rich("A community reporter, September 2026"),
                        }),
                    ],
                }),
                Block::KeyValues(KeyValues {
                    look: KeyLook::Ruled,
                    items: vec![self.labelled("Good", "Families wait less."), self.labelled("Not good", "Call-outs.")],
                }),
                Block::KeyValues(KeyValues {
                    look: KeyLook::Body,
                    items: vec![
                        self.labelled("Council still decides", "Its own budget."),
                        self.labelled("Sits", "Board."),
                    ],
                }),
            ],
        )
    }

    pub(super) fn money(&self) -> Block {
        let row =
            |name: &str, cash: f64, in_kind: f64, given: &str, gain: Option<(f64, &str)>, words: &str| LedgerRow {
                name: self.say(name),
                cash,
                in_kind,
                given_label: given.into(),
                gain: gain.map(|(gain, _)| gain),
                gain_label: gain.map_or_else(|| "not estimated".into(), |(_, label)| label.into()),
                words: words.into(),
                strong: words.contains("98,000"),
            };
        let chart = Chart {
            anchor: "c-ledger".into(),
            headline: self.rich("Saltmere District Council gives £98,000 more than it gains"),
            subtitle: self.rich("What each partner gives and its estimated gain, 2026 to 2027, £ thousands"),
            alt: self.say("Diverging bar chart of what each partner gives and gains, 2026 to 2027. Data follows."),
            plot: Plot::Ledger(LedgerPlot {
                gives: self.say("gives"),
                gains: self.say("gains (estimate)"),
                rows: vec![
                    row(
                        "Eastholme County Council",
                        150_000.0,
                        0.0,
                        "150",
                        Some((176_000.0, "176")),
                        "gains £26,000 more than it gives",
                    ),
                    row(
                        "Saltmere District Council",
                        110_000.0,
                        26_000.0,
                        "136",
                        Some((38_000.0, "38")),
                        "gives £98,000 more than it gains",
                    ),
                    row(
                        "NHS Fenholme Integrated Care Board",
                        75_000.0,
                        0.0,
                        "75",
                        Some((92_000.0, "92")),
                        "gains £17,000 more than it gives",
                    ),
                    row("Low Marsh Residents’ Association", 0.0, 4_200.0, "4.2", None, "gains not estimated"),
                ],
            }),
            note: self.rich("Cash is solid; time and rooms are hatched. A gain is an estimate."),
            table: Some(Table {
                anchor: "t4".into(),
                caption: self.rich("What each partner gives and gains"),
                subtitle: self.rich("£ thousands, 2026 to 2027"),
                columns: vec![
                    self.column("Partner", Align::Words, 0),
                    self.column("Gives", Align::Numbers, 0),
                    self.column("Gains", Align::Numbers, 0),
                    self.column("In words", Align::Words, 0),
                ],
                rows: vec![
                    self.row(&["Eastholme County Council", "150.0", "176.0", "gains £26,000 more"]),
                    self.row(&["Saltmere District Council", "136.0", "38.0", "gives £98,000 more"]),
                    Row { total: true, ..self.row(&["All partners", "286.0", "[x]", "some gains are not estimated"]) },
                ],
                notes: Vec::new(),
                tight: false,
            }),
        };
        let question = "Where did it go, who gives and who gains?";
        self.section("9", "Money", question, vec![Block::Chart(Box::new(chart))])
    }

    pub(super) fn annex(&self) -> Block {
        let quarters: Vec<Row> =
            (1..=14).map(|at| self.row(&[&format!("Ward {at}"), &format!("{}", at * 7)])).collect();
        Block::Section(Section {
            anchor: "sb".into(),
            number: "B".into(),
            title: self.say("Data tables"),
            question: String::new(),
            rank: SectionRank::Annex,
            new_page: true,
            blocks: vec![Block::Table(Table {
                anchor: "tb1".into(),
                caption: self.rich("B1 Households by ward"),
                subtitle: Rich::none(),
                columns: vec![self.column("Ward", Align::Words, 0), self.column("Households", Align::Numbers, 0)],
                rows: quarters,
                notes: vec![self.rich("[c] confidential: a small number, hidden.")],
                tight: true,
            })],
        })
    }
}
