//! The head of the sample, its first page, and who is in it.

use super::Sample;
use crate::report::block::*;

impl Sample<'_> {
    pub(super) fn masthead(&self) -> Masthead {
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

    pub(super) fn on_one_page(&self) -> Block {
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

    pub(super) fn about(&self) -> Block {
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
}
