//! A made-up report with every block in it, for the tests of the writers.
//!
//! Every text that could come from a return goes through `say`, so that a test can put anything it likes into all
//! places at once.

use super::block::*;

/// The report as a reader would get it, in one of the designs.
pub(crate) fn styled(style: Style) -> Report {
    saying(style, &|text| text.to_owned())
}

/// The same report with every text changed.
pub(crate) fn saying(style: Style, say: &dyn Fn(&str) -> String) -> Report {
    let sample = Sample { say };
    Report {
        title: sample.say("Saltmere Together: July to September 2026, funder report"),
        description: sample.say("How Saltmere Together did from July to September 2026, for its funder."),
        author: sample.say("Saltmere Together"),
        language: Language::En,
        style,
        date: "2026-10-30".into(),
        running_title: sample.say("Saltmere Together · July to September 2026 · Funder report"),
        marks: vec!["Demonstration: invented data".into()],
        foot: sample.say("Version 2, submitted 30 October 2026"),
        page_words: PageWords { before: "Page ".into(), between: " of ".into() },
        masthead: sample.masthead(),
        blocks: vec![
            sample.on_one_page(),
            sample.about(),
            sample.results(),
            sample.communities(),
            sample.money(),
            sample.annex(),
        ],
        contents: vec![
            sample.entry("1", "On one page", "s1"),
            sample.entry("2", "About the partnership", "s2"),
            sample.entry("3", "Results", "s3"),
            sample.entry("8", "What communities say", "s8"),
            sample.entry("9", "Money", "s9"),
            sample.entry("B", "Data tables", "sb"),
        ],
        labels: Labels {
            skip: "Skip to main content".into(),
            contents: "Contents".into(),
            chart_figures: "Figures behind this chart".into(),
        },
        data: serde_json::json!({ "partnership": { "name": sample.say("Saltmere Together") } }).to_string(),
    }
}

struct Sample<'a> {
    say: &'a dyn Fn(&str) -> String,
}

impl Sample<'_> {
    fn say(&self, text: &str) -> String {
        (self.say)(text)
    }

    fn rich(&self, text: &str) -> Rich {
        Rich::from(self.say(text))
    }

    /// A strong beginning, then plain words.
    fn opening(&self, strong: &str, text: &str) -> Rich {
        Rich::none().strong(self.say(strong)).and(self.say(text))
    }

    fn paragraph(&self, look: Look, text: &str) -> Block {
        Block::Paragraph(Paragraph { look, words: self.rich(text) })
    }

    fn heading(&self, level: u8, text: &str) -> Block {
        Block::Heading(Heading { level, words: self.rich(text) })
    }

    fn status(&self, words: &str, mark: Mark) -> Status {
        Status { words: self.say(words), mark }
    }

    fn entry(&self, number: &str, title: &str, anchor: &str) -> ContentsEntry {
        ContentsEntry { number: number.into(), title: self.say(title), anchor: anchor.into() }
    }

    fn labelled(&self, label: &str, words: &str) -> Labelled {
        Labelled { label: self.say(label), words: self.rich(words) }
    }

    fn column(&self, head: &str, align: Align, share: u8) -> Column {
        Column { head: self.say(head), align, share }
    }

    fn cell(&self, text: &str) -> Cell {
        Cell { words: self.rich(text), by: Rich::none() }
    }

    fn row(&self, cells: &[&str]) -> Row {
        Row { cells: cells.iter().map(|text| self.cell(text)).collect(), total: false }
    }

    fn section(&self, number: &str, title: &str, question: &str, blocks: Vec<Block>) -> Block {
        Block::Section(Section {
            anchor: format!("s{}", number.to_lowercase()),
            number: number.into(),
            title: self.say(title),
            question: self.say(question),
            rank: SectionRank::Full,
            new_page: true,
            blocks,
        })
    }

    fn masthead(&self) -> Masthead {
        Masthead {
            over: Rich::from("Quarterly report to ").strong(self.say("The Hollin Beck Foundation")),
            title: self.say("Saltmere Together"),
            period: "July to September 2026 (Q2 of 2026 to 2027)".into(),
            facts: vec![
                self.labelled("Place", "Saltmere district, 44,800 households"),
                self.labelled("Grant HBF-PLC-2025-014", "£1,260,000, April 2025 to March 2028"),
                self.labelled("Version 2", "Submitted 30 October 2026, signed by 4 roles"),
                Labelled {
                    label: self.say("Ask us"),
                    words: self.rich("partnership.team@saltmere.example").line_break().and("for another format"),
                },
            ],
        }
    }

    fn on_one_page(&self) -> Block {
        let answer = Block::Columns(Columns {
            ruled: false,
            stretch: false,
            cells: vec![
                ColumnCell {
                    span: 8,
                    blocks: vec![Block::Section(Section {
                        anchor: "s1".into(),
                        number: String::new(),
                        title: self.say("Is it working?"),
                        question: String::new(),
                        rank: SectionRank::Bare,
                        new_page: false,
                        blocks: vec![Block::Paragraph(Paragraph {
                            look: Look::Lede,
                            words: self
                                .rich("A typical wait for a named worker is ")
                                .strong("7 days")
                                .and(". There were ")
                                .strong(self.say("201"))
                                .and(" repeat crisis call-outs; the path was 185."),
                        })],
                    })],
                },
                ColumnCell {
                    span: 4,
                    blocks: vec![Block::Tally(Tally {
                        lines: vec![
                            TallyLine { count: "2".into(), status: self.status("Green: on track", Mark::OnTrack) },
                            TallyLine {
                                count: "2".into(),
                                status: self.status("Amber: behind, with a plan", Mark::Behind),
                            },
                            TallyLine { count: "1".into(), status: self.status("Red: off track", Mark::OffTrack) },
                            TallyLine { count: "1".into(), status: self.status("Not rated", Mark::NotRated) },
                        ],
                    })],
                },
            ],
        });
        let pair = Block::Columns(Columns {
            ruled: false,
            stretch: true,
            cells: vec![
                ColumnCell {
                    span: 6,
                    blocks: vec![Block::Panel(Panel {
                        look: PanelLook::WentWrong,
                        blocks: vec![
                            self.heading(3, "What went wrong"),
                            Block::List(List {
                                marker: Marker::None,
                                items: vec![
                                    self.opening("Evening crises.", " Call-outs were 201 against a path of 185."),
                                    self.opening(
                                        "One grant condition is not met.",
                                        " The evaluator starts on 1 December 2026, not by 30 September.",
                                    ),
                                    self.rich("Two milestones are late. ").link(self.say("See section 9."), "s9"),
                                ],
                            }),
                        ],
                    })],
                },
                ColumnCell {
                    span: 6,
                    blocks: vec![Block::Panel(Panel {
                        look: PanelLook::Ask,
                        blocks: vec![
                            self.heading(3, "What we need from you"),
                            Block::Paragraph(Paragraph {
                                look: Look::Body,
                                words: self.opening("By 27 November 2026:", " agree to move £20,000 of underspend."),
                            }),
                            self.paragraph(Look::Note, "If not: the trial rota ends on 10 January. See section 9."),
                        ],
                    })],
                },
            ],
        });
        Block::Columns(Columns {
            ruled: false,
            stretch: false,
            cells: vec![ColumnCell {
                span: 12,
                blocks: vec![
                    answer,
                    pair,
                    Block::Table(self.five_measures()),
                    self.heading(3, "How we judge this partnership: five approaches, no score"),
                    Block::Strip(Strip {
                        look: StripLook::Approaches,
                        items: vec![
                            self.approach("Results", Emphasis::Plain, "2 on track, 2 behind with a plan."),
                            self.approach("System health", Emphasis::Main, "7 months in a row below the average."),
                            self.approach("Outcomes", Emphasis::Main, "Wellbeing rose among 47 people followed up."),
                            self.approach("Narratives", Emphasis::NotUsed, "We have no storytellers yet."),
                            self.approach("Community reporting", Emphasis::Main, "Residents: 1 promise kept, 1 not."),
                        ],
                    }),
                    self.heading(3, "How good this return is"),
                    Block::Strip(Strip {
                        look: StripLook::Facts,
                        items: ["On time", "Complete", "Quality", "Changed", "Hidden", "Queries"]
                            .map(|label| StripItem {
                                label: self.say(label),
                                by: String::new(),
                                words: self.rich("5 of 5 rated measures reported"),
                                emphasis: Emphasis::Plain,
                                filled: 0,
                            })
                            .to_vec(),
                    }),
                ],
            }],
        })
    }

    fn approach(&self, label: &str, emphasis: Emphasis, words: &str) -> StripItem {
        let by = match emphasis {
            Emphasis::Main => "Main approach",
            Emphasis::Plain => "Supporting approach",
            Emphasis::NotUsed => "Not used",
        };
        StripItem { label: self.say(label), by: self.say(by), words: self.rich(words), emphasis, filled: 0 }
    }

    fn five_measures(&self) -> Table {
        let measure = |name, figures: [&str; 4], status, mark| Row {
            cells: std::iter::once(self.cell(name))
                .chain(figures.map(|figure| self.cell(figure)))
                .chain([Cell { words: Rich::none().status(self.status(status, mark)), by: Rich::none() }])
                .collect(),
            total: false,
        };
        Table {
            anchor: "t1".into(),
            caption: self.rich("Five measures are rated: 2 are on track, 2 are behind with a plan and 1 is off track"),
            subtitle: self.rich("What we agreed together. Path and actual to September 2026. The worst news is first"),
            columns: vec![
                self.column("Measure", Align::Words, 0),
                self.column("Path", Align::Numbers, 0),
                self.column("Actual", Align::Numbers, 0),
                self.column("Target", Align::Numbers, 0),
                self.column("Forecast", Align::Numbers, 0),
                self.column("Status", Align::Words, 0),
            ],
            rows: vec![
                measure(
                    "Repeat crisis call-outs to supported households",
                    ["185", "201 [p]", "160", "182"],
                    "Red: off track",
                    Mark::OffTrack,
                ),
                measure(
                    "Households with a named worker and a shared plan",
                    ["115", "104", "240", "226"],
                    "Amber: behind, with a plan",
                    Mark::Behind,
                ),
                measure(
                    "Shared plans agreed by 3 or more agencies",
                    ["71.0%", "76.0%", "75.0%", "76.0%"],
                    "Green: on track",
                    Mark::OnTrack,
                ),
                measure("Households in temporary accommodation", ["[z]", "64", "[z]", "[z]"], "Not due", Mark::NotDue),
            ],
            notes: vec![self.rich("[p] provisional: ambulance data is late. [z] does not apply.")],
            tight: false,
        }
    }

    fn about(&self) -> Block {
        let text = Block::Columns(Columns {
            ruled: false,
            stretch: false,
            cells: vec![
                ColumnCell {
                    span: 8,
                    blocks: vec![
                        self.paragraph(Look::Body, "Households facing several problems at once get one named worker."),
                        Block::Paragraph(Paragraph {
                            look: Look::Body,
                            words: self
                                .rich("Eight partners work together by choice, led by Saltmere District Council. ")
                                .in_language(self.say("Gyda’n gilydd dros deuluoedd."), Language::Cy),
                        }),
                    ],
                },
                ColumnCell {
                    span: 4,
                    blocks: vec![Block::KeyValues(KeyValues {
                        look: KeyLook::Note,
                        items: vec![
                            self.labelled("Run by", "a lead organisation"),
                            self.labelled("Legal form", "partnership agreement, no separate body"),
                        ],
                    })],
                },
            ],
        });
        let steps = ["Informal network", "Limited sharing", "Aligned", "Pooled budget", "Separate body", "Merged"];
        let line = Block::Chart(Box::new(Chart {
            anchor: "c-steps".into(),
            headline: self.rich("Partners pool a budget. They are not one body"),
            subtitle: self.rich("How closely partners are joined, six steps. Descriptive: no step is better"),
            alt: self.say("Line of six steps from informal network to merged. This partnership is at step 4."),
            plot: Plot::Steps(StepsPlot { steps: steps.map(|step| self.say(step)).to_vec(), current: Some(3) }),
            note: Rich::none(),
            table: None,
        }));
        let shared = |label: &str, words, filled| StripItem {
            label: self.say(label),
            by: String::new(),
            words: self.rich(words),
            emphasis: Emphasis::Plain,
            filled,
        };
        let depth = Block::Strip(Strip {
            look: StripLook::Depth,
            items: vec![
                shared("Information", "some", 1),
                shared("People", "none", 0),
                shared("Buildings", "most", 2),
                shared("Budget", "all", 3),
                shared("Decisions", "some", 1),
                shared("Risk", "some", 1),
            ],
        });
        self.section(
            "2",
            "About the partnership",
            "Who is in it, where, how is it run and why together?",
            vec![text, line, self.heading(3, "What is really shared"), depth, Block::Table(self.partners())],
        )
    }

    fn partners(&self) -> Table {
        let partner = |name, by, joined| Row {
            cells: vec![Cell { words: self.rich(name), by: self.rich(by) }, self.cell(joined)],
            total: false,
        };
        Table {
            anchor: "t2".into(),
            caption: self.rich("Three partners, one of which joined later"),
            subtitle: Rich::none(),
            columns: vec![self.column("Partner", Align::Words, 4), self.column("Joined", Align::Words, 1)],
            rows: vec![
                partner("Saltmere District Council", "District council: lead, holds the grant", "1 April 2025"),
                partner("NHS Fenholme Integrated Care Board", "NHS commissioner: commissions", "1 July 2025"),
                partner("Lantern Street Trust", "Charity: delivers, community voice", "1 April 2025"),
            ],
            notes: Vec::new(),
            tight: false,
        }
    }

    fn results(&self) -> Block {
        let measure = |chart: Chart, status, mark| {
            Block::Columns(Columns {
                ruled: true,
                stretch: false,
                cells: vec![
                    ColumnCell { span: 6, blocks: vec![Block::Chart(Box::new(chart))] },
                    ColumnCell {
                        span: 6,
                        blocks: vec![
                            Block::Paragraph(Paragraph {
                                look: Look::Story,
                                words: Rich::none().status(self.status(status, mark)),
                            }),
                            self.paragraph(Look::Story, "Evening cover stopped in July when the worker left."),
                            self.heading(4, "What we will do"),
                            Block::Paragraph(Paragraph {
                                look: Look::Story,
                                words: self.rich("Trial a duty rota for 8 weeks. ").strong("Lantern Street Trust"),
                            }),
                            self.paragraph(Look::Note, "Agreed by police, health trust and district."),
                        ],
                    },
                ],
            })
        };
        let key = Chart {
            anchor: "c-key".into(),
            headline: self.rich("How to read the charts"),
            subtitle: Rich::none(),
            alt: self.say("Key: solid line with filled points, what happened; dashed line, path."),
            plot: Plot::PathKey(PathKey {
                actual: self.say("What happened"),
                provisional: self.say("Provisional [p] or revised [r] figure"),
                path: self.say("The path we agreed"),
                forecast: self.say("Our forecast to 31 March 2027"),
                target: self.say("The target for 31 March 2027"),
                baseline: self.say("Where we started"),
            }),
            note: Rich::none(),
            table: None,
        };
        self.section(
            "3",
            "Results",
            "Did we do what we agreed together?",
            vec![
                self.paragraph(Look::Lede, "Call-outs are off track. One measure is a little behind."),
                measure(self.call_outs(), "Red: off track", Mark::OffTrack),
                measure(self.households(), "Amber: behind, with a plan", Mark::Behind),
                Block::Columns(Columns {
                    ruled: true,
                    stretch: false,
                    cells: vec![ColumnCell { span: 6, blocks: vec![Block::Chart(Box::new(key))] }],
                }),
                Block::Panel(Panel {
                    look: PanelLook::Tint,
                    blocks: vec![
                        self.heading(3, "The wider picture (not our score)"),
                        self.paragraph(Look::Body, "Unemployment in the district was 4.1%."),
                    ],
                }),
            ],
        )
    }

    fn point(&self, slot: u8, value: f64, label: &str, hollow: bool) -> PlotPoint {
        PlotPoint { slot, value, label: self.say(label), hollow }
    }

    fn slots(&self) -> Vec<String> {
        ["Start", "Jun", "Sep", "Dec", "Mar"].map(|slot| self.say(slot)).to_vec()
    }

    fn call_outs(&self) -> Chart {
        Chart {
            anchor: "c-r5".into(),
            headline: self.rich("There were 201 repeat call-outs; the path was 185"),
            subtitle: self.rich("Repeat crisis call-outs to supported households, quarter ending, 2026 to 2027"),
            alt: self.say("Line chart showing repeat call-outs, Saltmere: 201 against a path of 185. Data below."),
            plot: Plot::Path(PathPlot {
                slots: self.slots(),
                unit_sign: String::new(),
                from_zero: false,
                baseline: Some(PlotValue { value: 212.0, label: self.say("212") }),
                path: [(1, 198.0), (2, 185.0), (3, 172.0), (4, 160.0)]
                    .map(|(slot, value)| PlotPoint { slot, value, label: String::new(), hollow: false })
                    .to_vec(),
                actual: vec![self.point(1, 195.0, "", false), self.point(2, 201.0, "201 [p]", true)],
                current_slot: 2,
                path_label: self.say("path 185"),
                forecast: Some(PlotValue { value: 182.0, label: self.say("Forecast 182") }),
                target: Some(PlotValue { value: 160.0, label: self.say("Target 160") }),
            }),
            note: self.rich("[p] provisional: ambulance data is late."),
            table: Some(Table {
                anchor: "t3".into(),
                caption: self.rich("Repeat crisis call-outs by quarter"),
                subtitle: self.rich("Call-outs in the quarter"),
                columns: vec![
                    self.column("Quarter ending", Align::Words, 0),
                    self.column("Path", Align::Numbers, 0),
                    self.column("Actual", Align::Numbers, 0),
                ],
                rows: vec![
                    self.row(&["June 2026", "198", "195"]),
                    self.row(&["September 2026", "185", "201 [p]"]),
                    self.row(&["December 2026", "172", "[x]"]),
                ],
                notes: vec![self.rich("[x] not available.")],
                tight: true,
            }),
        }
    }

    fn households(&self) -> Chart {
        Chart {
            anchor: "c-r1".into(),
            headline: self.rich("We are 11 households short of the path"),
            subtitle: self.rich("Households with a named worker, since 1 April, quarter ending, 2026 to 2027"),
            alt: self.say("Line chart showing households, Saltmere: 104 against a path of 115. Data in table B1."),
            plot: Plot::Path(PathPlot {
                slots: self.slots(),
                unit_sign: String::new(),
                from_zero: true,
                baseline: Some(PlotValue { value: 0.0, label: self.say("0") }),
                path: [(1, 55.0), (2, 115.0), (3, 180.0), (4, 240.0)]
                    .map(|(slot, value)| PlotPoint { slot, value, label: String::new(), hollow: false })
                    .to_vec(),
                actual: vec![self.point(1, 52.0, "", false), self.point(2, 104.0, "104", false)],
                current_slot: 2,
                path_label: self.say("path 115"),
                forecast: Some(PlotValue { value: 226.0, label: self.say("Forecast 226") }),
                target: Some(PlotValue { value: 240.0, label: self.say("Target 240") }),
            }),
            note: Rich::none(),
            table: None,
        }
    }

    fn communities(&self) -> Block {
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

    fn money(&self) -> Block {
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

    fn annex(&self) -> Block {
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
