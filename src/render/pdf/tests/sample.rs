//! Made-up reports that hold every block. The places and the figures are invented.

use super::block::*;

/// A report to a funder: page 1 as the look draws it, then a section for every kind of block.
pub(super) fn funder() -> Report {
    let mut report = empty(Style::Funder);
    report.masthead = Masthead {
        over: Rich::from("Quarterly report to ").strong("The Hollin Beck Foundation"),
        title: "Saltmere Together".into(),
        period: "July to September 2026 (Q2 of 2026 to 2027)".into(),
        facts: vec![
            labelled("Place", "Saltmere district, 44,800 households"),
            labelled("Grant HBF-PLC-2025-014", "£1,260,000, April 2025 to March 2028"),
            labelled("Version 2", "Submitted 30 October 2026, signed by 4 roles"),
            Labelled {
                label: "Ask us".into(),
                words: Rich::from("partnership.team@saltmere.example").line_break().and("for another format"),
            },
        ],
    };
    report.blocks = page_one();
    report.blocks.extend([about(), results(), money(), annex()]);
    report.contents = report
        .blocks
        .iter()
        .filter_map(|block| {
            let Block::Section(section) = block else { return None };
            let (number, title) = (section.number.clone(), section.title.clone());
            Some(ContentsEntry { number, title, anchor: section.anchor.clone() })
        })
        .collect();
    report
}

/// A briefing for elected members: sections in pairs.
pub(super) fn members() -> Report {
    let mut report = empty(Style::Members);
    report.running_title = "Saltmere Together · July to September 2026 · Members’ briefing".into();
    report.masthead = Masthead {
        over: Rich::from("Briefing for ").strong("elected members").and(", 2 pages"),
        title: "Saltmere Together".into(),
        period: "July to September 2026, for councillors".into(),
        facts: Vec::new(),
    };
    let short = section(
        "short",
        "",
        "In short",
        vec![Block::KeyValues(KeyValues {
            look: KeyLook::Ruled,
            items: vec![
            Labelled {
                label: "Good".into(),
                words: Rich::from("Families wait less. A typical wait for a named worker is ")
                    .strong("7 days")
                    .and(". Last summer it was 11 to 13."),
            },
            Labelled {
                label: "Not good".into(),
                words: Rich::from("There were ").strong("201").and(
                    " repeat crisis call-outs. Evening cover stopped in July, and volunteers could not fill the gap.",
                ),
            },
            Labelled {
                label: "We ask".into(),
                words: Rich::from("Ask health partners for a date by ").strong("9 December 2026").and("."),
            },
        ],
        })],
    );
    let ask = Block::Panel(Panel {
        look: PanelLook::Ask,
        blocks: vec![
            heading(3, "What we ask of you"),
            body(Rich::none().strong("By 9 December 2026,").and(
                " ask health partners for a date to sign the data sharing agreement. This is for members of the scrutiny committee.",
            )),
            body(Rich::none().strong("If not:").and(" joint visits may pause again.")),
        ],
    });
    let wards = table(
        "wards",
        "Households helped, and promises that fell due",
        "Households with a named worker since 1 April 2026. Wards are in the order of the return, not ranked",
        &[
            ("Ward", Align::Words, 3),
            ("Households", Align::Numbers, 0),
            ("Promises", Align::Words, 4),
            ("What to know", Align::Words, 4),
        ],
        &[
            &[
                "Quayside and Tannery",
                "41",
                "Warm space, due 30 September 2026: partly kept",
                "Warm space open two evenings a week since March. Three residents sit on the panel.",
            ],
            &[
                "Low Marsh",
                "38",
                "Phone answered, due 30 September 2026: not kept",
                "Phone line still not answered after 1pm. Evening call-outs rose here.",
            ],
            &[
                "Wold Gate",
                "[c]",
                "None due",
                "One worker post moves to Quayside in November. Support continues from the hub.",
            ],
            &["Brackenholt", "[c]", "None due", "Outreach begins with the village school in January."],
            &[
                "All wards",
                "104",
                "Spring ideas answered, due 31 August 2026: kept",
                "All five promises are on page 2.",
            ],
        ],
        &[
            "[c] confidential: one number is small, so we hide it. We hide a second so that the first cannot be worked out.",
        ],
    );
    let well = section(
        "well",
        "",
        "Going well",
        vec![
            Block::List(List {
                marker: Marker::Ruled,
                items: vec![
                    Rich::none()
                        .strong("44 of 49")
                        .and(" tenancies at risk lasted 6 months. The numbers are small, so this may be chance."),
                    Rich::none()
                        .strong("76.0%")
                        .and(" of shared plans have 3 or more agencies. Staff now sit together."),
                    Rich::from("Decisions take ").strong("12 days").and(". They took 31 at the start."),
                ],
            }),
            note(Rich::none().status(status("On track", Mark::OnTrack)).and(" 2 of 5 rated measures")),
        ],
    );
    let not_well = section(
        "not-well",
        "",
        "Not going well",
        vec![
            Block::List(List {
                marker: Marker::Ruled,
                items: vec![
                    Rich::none()
                        .strong("201")
                        .and(" repeat call-outs against a path of 185. The night worker left in July."),
                    Rich::none().strong("104").and(" households against a path of 115. Two worker posts were empty."),
                    Rich::none().strong("78.0%").and(" heard from us in 5 days. We agreed 80.0%. Voicemail is slow."),
                ],
            }),
            note(
                Rich::none()
                    .status(status("Off track", Mark::OffTrack))
                    .and(" 1 of 5, and ")
                    .status(status("Behind, with a plan", Mark::Behind))
                    .and(" 2 of 5"),
            ),
        ],
    );
    let questions = section(
        "questions",
        "",
        "Questions you can ask",
        vec![Block::List(List {
            marker: Marker::Number,
            items: [
                "There were 201 call-outs; the path was 185. What will be different by December, and how will we know?",
                "You say the warm space was delivered. Residents say partly. Who is right?",
                "We give £98,000 more than we gain. Is that what we want, and for how long?",
                "Health partners cannot see the case system. Who can change that, and have they been asked?",
                "What is the effect on residents of 2.4 empty posts?",
            ]
            .into_iter()
            .map(Rich::from)
            .collect(),
        })],
    );
    let decides = section(
        "decides",
        "",
        "Who decides what",
        vec![Block::KeyValues(KeyValues {
            look: KeyLook::Body,
            items: vec![
                labelled(
                    "Council still decides",
                    "Its own budget and its own services. No decision has been passed on.",
                ),
                labelled("Council shares", "The pooled budget of £780,000, through the board."),
                labelled("Members sit", "On the board, and on the Communities Scrutiny Committee."),
            ],
        })],
    );
    let said = section(
        "said",
        "",
        "What residents say",
        vec![Block::Quotation(Quotation {
            words: Rich::from("“They are tired of telling us the phone is not answered. Please fix it before winter.”"),
            by: Rich::from("From the statement by nine community reporters, 5 October 2026. Not edited by officers."),
        })],
    );
    report.blocks = vec![
        columns(false, &[(7, vec![short]), (5, vec![ask])]),
        section("ward", "", "In your ward", vec![wards]),
        columns(false, &[(6, vec![well]), (6, vec![not_well])]),
        columns(false, &[(6, vec![decides]), (6, vec![said])]),
        columns(false, &[(12, vec![questions])]),
    ];
    report
}

/// A report without anything in it.
pub(super) fn empty(style: Style) -> Report {
    Report {
        title: "Saltmere Together: July to September 2026".into(),
        description: "What the partnership did, what changed and what went wrong.".into(),
        author: "Saltmere Together".into(),
        language: Language::En,
        style,
        date: "2026-10-30".into(),
        running_title: "Saltmere Together · July to September 2026 · Funder report".into(),
        marks: vec!["Demonstration: invented data".into()],
        foot: "Version 2, submitted 30 October 2026".into(),
        page_words: PageWords { before: "Page ".into(), between: " of ".into() },
        masthead: Masthead {
            over: Rich::none(),
            title: "Saltmere Together".into(),
            period: String::new(),
            facts: Vec::new(),
        },
        blocks: Vec::new(),
        contents: Vec::new(),
        labels: Labels {
            skip: "Skip to main content".into(),
            contents: "Contents".into(),
            chart_figures: "Figures behind this chart".into(),
        },
        data: r#"{"format":"candour-published-1"}"#.into(),
    }
}

fn page_one() -> Vec<Block> {
    let answer = section_as(
        SectionRank::Bare,
        "answer",
        "Is it working?",
        vec![Block::Paragraph(Paragraph {
            look: Look::Lede,
            words: Rich::from("Families wait less: a typical wait for a named worker is now ")
                .strong("7 days")
                .and(", down from 11 at the start. ")
                .strong("44 of 49")
                .and(" tenancies at risk lasted 6 months. There were ")
                .strong("201")
                .and(" repeat crisis call-outs after evening cover stopped."),
        })],
    );
    let tally = Block::Tally(Tally {
        lines: [
            ("2", "Green: on track", Mark::OnTrack),
            ("2", "Amber: behind, with a plan", Mark::Behind),
            ("1", "Red: off track", Mark::OffTrack),
            ("1", "Not rated", Mark::NotRated),
        ]
        .into_iter()
        .map(|(count, words, mark)| TallyLine { count: count.into(), status: status(words, mark) })
        .collect(),
    });
    let wrong = Block::Panel(Panel {
        look: PanelLook::WentWrong,
        blocks: vec![
            heading(3, "What went wrong"),
            Block::List(List {
                marker: Marker::None,
                items: vec![
                    Rich::none().strong("Evening crises.").and(" Call-outs were 201 against a path of 185. We relied on goodwill in place of a rota, and took 7 weeks to tell partners the post was empty."),
                    Rich::none().strong("One grant condition is not met.").and(" The evaluator starts on 1 December 2026, not by 30 September."),
                    Rich::none().strong("A promise was not kept.").and(" The phone is still not answered after 1pm. The new date is 14 December 2026."),
                    Rich::none().strong("Two milestones are late,").and(" by 13 and 11 weeks. Both need partners to share data."),
                ],
            }),
        ],
    });
    let ask =
        Block::Panel(Panel {
            look: PanelLook::Ask,
            blocks: vec![
                heading(3, "What we need from you"),
                body(
                    Rich::none()
                        .strong("By 27 November 2026:")
                        .and(" agree to move £20,000 of staff underspend to evening cover this year."),
                ),
                note(
                    Rich::from("If not: the trial rota ends on 10 January with no cover after it. See ")
                        .link("section 9", "money")
                        .and("."),
                ),
                body(Rich::none().strong("This quarter, no fixed date:").and(
                    " help with a barrier only you can move. Housing grant cannot pay for support after 26 weeks.",
                )),
                note(Rich::from("Open since 3 August 2026. See section 4.")),
            ],
        });
    let mut glance = table(
        "glance",
        "Five measures are rated: 2 are on track, 2 are behind with a plan and 1 is off track",
        "What we agreed together. Path and actual to September 2026; target and forecast for March 2027. The worst news is first",
        &[
            ("Measure", Align::Words, 22),
            ("Path", Align::Numbers, 0),
            ("Actual", Align::Numbers, 0),
            ("Target", Align::Numbers, 0),
            ("Forecast", Align::Numbers, 0),
            ("Status", Align::Words, 12),
        ],
        &[
            &["Repeat crisis call-outs to supported households", "185", "201 [p]", "160", "182"],
            &["Households with a named worker and a shared plan", "115", "104", "240", "226"],
            &["First contact within 5 working days of referral", "80.0%", "78.0%", "85.0%", "84.0%"],
            &["Shared plans agreed by 3 or more agencies", "71.0%", "76.0%", "75.0%", "76.0%"],
            &["Tenancies kept for 6 months after support began", "88.0%", "89.8%", "90.0%", "90.0%"],
        ],
        &[
            "[p] provisional: ambulance data is late. Not rated: households in temporary accommodation, which we show only as context.",
        ],
    );
    if let Block::Table(table) = &mut glance {
        let statuses = [
            status("Red: off track", Mark::OffTrack),
            status("Amber: behind, with a plan", Mark::Behind),
            status("Amber: behind, with a plan", Mark::Behind),
            status("Green: on track", Mark::OnTrack),
            status("Green: on track", Mark::OnTrack),
        ];
        for (row, status) in table.rows.iter_mut().zip(statuses) {
            row.cells.push(Cell { words: Rich::none().status(status), by: Rich::none() });
        }
    }
    let five = Block::Strip(Strip {
        look: StripLook::Approaches,
        items: [
            ("Results", "Supporting approach", "2 on track, 2 behind with a plan, 1 off track.", Emphasis::Plain),
            ("System health", "Main approach", "Waits are shorter: 7 months in a row below average.", Emphasis::Main),
            ("Outcomes", "Main approach", "Wellbeing rose in the 47 people followed up.", Emphasis::Main),
            ("Narratives", "Not used", "Goodwill is not a rota: evening cover stopped.", Emphasis::NotUsed),
            ("Community reporting", "Main approach", "Residents: 1 promise kept, 1 partly, 1 not.", Emphasis::Main),
        ]
        .into_iter()
        .map(|(label, by, words, emphasis)| strip_item(label, by, words, emphasis, 0))
        .collect(),
    });
    let quality = Block::Strip(Strip {
        look: StripLook::Facts,
        items: [
            ("On time", "30 October, 1 day early"),
            ("Complete", "5 of 5 rated measures reported"),
            ("Quality", "5 measures good, 1\u{A0}fair"),
            ("Changed", "1 provisional, 1\u{A0}revised figure"),
            ("Hidden", "Small groups, shown as [c]"),
            ("Queries", "2 warnings, both explained"),
        ]
        .into_iter()
        .map(|(label, words)| strip_item(label, "", words, Emphasis::Plain, 0))
        .collect(),
    });
    vec![
        columns(false, &[(8, vec![answer]), (4, vec![tally])]),
        columns(true, &[(6, vec![wrong]), (6, vec![ask])]),
        glance,
        heading(3, "How we judge this partnership: five approaches, no score"),
        five,
        heading(3, "How good this return is"),
        quality,
    ]
}

fn about() -> Block {
    let Block::Section(mut section) = section("about", "2", "About the partnership", vec![
        columns(false, &[
            (8, vec![
                body(Rich::from("Households facing several problems at once get one named worker, one shared plan and a say in how services change.")),
                body(Rich::from("Eight partners work together by choice, led by Saltmere District Council. The partnership began on 1 April 2025 and ends on 31 March 2028. It is a system connector: it links services that already exist and does not replace them. ").in_language("Gyda’n gilydd.", Language::Cy)),
            ]),
            (4, vec![Block::KeyValues(KeyValues {
                look: KeyLook::Note,
                items: vec![
                    labelled("Run by", "a lead organisation"),
                    labelled("Legal form", "partnership agreement, no separate body"),
                    labelled("Direction", "from the top and from communities"),
                    labelled("Answers to", "funder, council, community"),
                ],
            })]),
        ]),
        Block::Chart(Box::new(Chart {
            anchor: "steps".into(),
            headline: Rich::from("Partners pool a budget. They are not one body"),
            subtitle: Rich::from("How closely partners are joined, six steps. Descriptive: no step is better"),
            alt: "Line of six steps of integration. This partnership is at step 4, pooled. No step is better.".into(),
            plot: Plot::Steps(StepsPlot {
                steps: ["Informal network", "Aligned", "Coordinated", "Pooled", "Integrated", "Merged"].map(String::from).to_vec(),
                current: Some(3),
            }),
            note: Rich::from("No step is better than another."),
            table: None,
        })),
        Block::Strip(Strip {
            look: StripLook::Depth,
            items: [("Purpose", "shared", 3), ("Data", "in part", 2), ("Staff", "a little", 1), ("Risk", "not yet", 0), ("Budget", "shared", 3), ("Decisions", "in part", 2)]
                .into_iter()
                .map(|(label, words, filled)| strip_item(label, "", words, Emphasis::Plain, filled))
                .collect(),
        }),
        Block::Panel(Panel {
            look: PanelLook::Tint,
            blocks: vec![heading(3, "The wider picture (not our score)"), body(Rich::from("Households in temporary accommodation: 212 in the district on 30 September 2026."))],
        }),
        Block::Panel(Panel {
            look: PanelLook::Box,
            blocks: vec![heading(3, "What the community reporters say"), Block::Quotation(Quotation {
                words: Rich::from("“They are tired of telling us the phone is not answered.”"),
                by: Rich::from("Nine community reporters, 5 October 2026."),
            })],
        }),
    ]) else { unreachable!("a section was made") };
    section.question = "Who is in it, where, how is it run and why together?".into();
    Block::Section(section)
}

fn results() -> Block {
    let path = |anchor: &str| {
        Block::Chart(Box::new(Chart {
            anchor: anchor.into(),
            headline: Rich::from("Repeat call-outs are above the path"),
            subtitle: Rich::from("Repeat crisis call-outs to supported households since April 2026"),
            alt: "Path chart of repeat call-outs: 201 in September, path 185, forecast 182, target 160.".into(),
            plot: Plot::Path(PathPlot {
                slots: ["Start", "Jun", "Sep", "Dec", "Mar"].map(String::from).to_vec(),
                unit_sign: String::new(),
                from_zero: false,
                baseline: Some(PlotValue { value: 214.0, label: String::new() }),
                path: vec![point(1, 195.0), point(2, 185.0), point(3, 172.0), point(4, 160.0)],
                actual: vec![point(1, 190.0), PlotPoint { label: "201".into(), ..point(2, 201.0) }],
                gaps: Vec::new(),
                current_slot: 2,
                path_label: "path 185".into(),
                forecast: Some(PlotValue { value: 182.0, label: "Forecast 182".into() }),
                target: Some(PlotValue { value: 160.0, label: "Target 160".into() }),
                steps: Vec::new(),
                breaks: Vec::new(),
                anew: Vec::new(),
            }),
            note: Rich::none(),
            table: None,
        }))
    };
    section(
        "results",
        "3",
        "Results",
        vec![
            heading(3, "Two measures are behind"),
            columns(false, &[(6, vec![path("path-a")]), (6, vec![path("path-b")])]),
            heading(4, "What we will do"),
            Block::List(List {
                marker: Marker::Bullet,
                items: vec![
                    Rich::from("Pay for two evening workers from 1 December 2026."),
                    Rich::from("Report each month to the board.")
                        .and(" Names: Zażółć, Ŵyn, Ŷnys, Ó Súilleabháin, Ştefan."),
                ],
            }),
            body(
                Rich::none()
                    .emphasis("“It rings and rings.”")
                    .and(" A resident of Low Marsh. An emoji: 😀. A name: ")
                    .and("محمد"),
            ),
        ],
    )
}

fn money() -> Block {
    let ledger = Block::Chart(Box::new(Chart {
        anchor: "ledger".into(),
        headline: Rich::from("The council gives £98,000 more than it gains"),
        subtitle: Rich::from("Cash and time given, and estimated gain, 2026 to 2027, £ thousands"),
        alt: "Ledger of what three partners give and gain. The council gives 136 and gains 38.".into(),
        plot: Plot::Ledger(LedgerPlot {
            gives: "gives".into(),
            gains: "gains (estimate)".into(),
            rows: vec![
                ledger_row(
                    "Saltmere District Council",
                    110_000.0,
                    26_000.0,
                    "136",
                    Some(38_000.0),
                    "38",
                    "gives £98,000 more than it gains",
                    true,
                ),
                ledger_row(
                    "NHS Fenholme Integrated Care Board",
                    90_000.0,
                    60_000.0,
                    "150",
                    Some(176_000.0),
                    "176",
                    "gains £26,000 more than it gives",
                    false,
                ),
                ledger_row("Harbour Trust", 0.0, 12_000.0, "12", None, "not estimated", "", false),
            ],
        }),
        note: Rich::from("Cash is solid, time is hatched."),
        table: Some(table_of(
            "ledger-figures",
            "What each partner gives and may gain",
            "",
            &[("Partner", Align::Words, 0), ("Gives (£)", Align::Numbers, 0), ("May gain (£)", Align::Numbers, 0)],
            &[
                &["Saltmere District Council", "136,000", "38,000"],
                &["NHS Fenholme Integrated Care Board", "150,000", "176,000"],
                &["Harbour Trust", "12,000", "[x]"],
            ],
            &[],
        )),
    }));
    let mut spend = table(
        "spend",
        "Staff costs are under, evening cover is over",
        "£, April to September 2026",
        &[
            ("Line", Align::Words, 0),
            ("Budget", Align::Numbers, 0),
            ("Actual", Align::Numbers, 0),
            ("Variance", Align::Numbers, 0),
            ("Why", Align::Words, 0),
        ],
        &[
            &["Staff", "210,000", "188,400", "−21,600", "Two posts were empty until August."],
            &["Evening cover", "12,000", "19,800", "7,800", "Agency rates."],
            &["All lines", "390,000", "348,600", "−41,400", "Nothing else differs by more than £5,000."],
        ],
        &["A minus sign means less was spent than planned."],
    );
    if let Block::Table(table) = &mut spend {
        table.rows[2].total = true;
        table.rows[0].cells[4].by = Rich::from("Finance lead, 12 October 2026");
    }
    section("money", "9", "Money", vec![spend, ledger])
}

fn annex() -> Block {
    let rows: Vec<[String; 4]> = (1..=70)
        .map(|n| {
            [
                format!("Measure number {n}, as it was agreed by the partners"),
                format!("{}", n * 37 % 300),
                format!("{}.{}%", n % 100, n % 10),
                "Counted once a quarter from case notes.".into(),
            ]
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let table = table(
        "all",
        "Every figure of this report",
        "July to September 2026",
        &[
            ("Measure", Align::Words, 0),
            ("People", Align::Numbers, 0),
            ("Share", Align::Numbers, 0),
            ("How it is counted", Align::Words, 0),
        ],
        &rows,
        &["[c] confidential."],
    );
    let Block::Section(section) = section("annex-b", "B", "Data tables", vec![table]) else {
        unreachable!("a section was made")
    };
    Block::Section(Section { rank: SectionRank::Annex, ..section })
}

pub(super) fn section(anchor: &str, number: &str, title: &str, blocks: Vec<Block>) -> Block {
    Block::Section(Section {
        anchor: anchor.into(),
        number: number.into(),
        title: title.into(),
        question: String::new(),
        rank: SectionRank::Full,
        new_page: !number.is_empty(),
        blocks,
    })
}

fn section_as(rank: SectionRank, anchor: &str, title: &str, blocks: Vec<Block>) -> Block {
    Block::Section(Section {
        anchor: anchor.into(),
        number: String::new(),
        title: title.into(),
        question: String::new(),
        rank,
        new_page: false,
        blocks,
    })
}

pub(super) fn columns(stretch: bool, cells: &[(u8, Vec<Block>)]) -> Block {
    let cells = cells.iter().map(|(span, blocks)| ColumnCell { span: *span, blocks: blocks.clone() }).collect();
    Block::Columns(Columns { ruled: false, stretch, cells })
}

pub(super) fn table(
    anchor: &str,
    caption: &str,
    subtitle: &str,
    columns: &[(&str, Align, u8)],
    rows: &[&[&str]],
    notes: &[&str],
) -> Block {
    Block::Table(table_of(anchor, caption, subtitle, columns, rows, notes))
}

fn table_of(
    anchor: &str,
    caption: &str,
    subtitle: &str,
    columns: &[(&str, Align, u8)],
    rows: &[&[&str]],
    notes: &[&str],
) -> Table {
    Table {
        anchor: anchor.into(),
        caption: caption.into(),
        subtitle: subtitle.into(),
        columns: columns
            .iter()
            .map(|(head, align, share)| Column { head: (*head).into(), align: *align, share: *share })
            .collect(),
        rows: rows
            .iter()
            .map(|cells| Row {
                cells: cells.iter().map(|words| Cell { words: Rich::from(*words), by: Rich::none() }).collect(),
                total: false,
            })
            .collect(),
        notes: notes.iter().map(|words| Rich::from(*words)).collect(),
        tight: false,
    }
}

pub(super) fn heading(level: u8, words: &str) -> Block {
    Block::Heading(Heading { level, words: words.into() })
}

pub(super) fn body(words: Rich) -> Block {
    Block::Paragraph(Paragraph { look: Look::Body, words })
}

fn note(words: Rich) -> Block {
    Block::Paragraph(Paragraph { look: Look::Note, words })
}

fn labelled(label: &str, words: &str) -> Labelled {
    Labelled { label: label.into(), words: words.into() }
}

fn status(words: &str, mark: Mark) -> Status {
    Status { words: words.into(), mark }
}

fn strip_item(label: &str, by: &str, words: &str, emphasis: Emphasis, filled: u8) -> StripItem {
    StripItem { label: label.into(), by: by.into(), words: words.into(), emphasis, filled }
}

fn point(slot: u8, value: f64) -> PlotPoint {
    PlotPoint { slot, value, label: String::new(), hollow: false }
}

#[allow(clippy::too_many_arguments, reason = "a row of figures reads best on one line")]
fn ledger_row(
    name: &str,
    cash: f64,
    in_kind: f64,
    given: &str,
    gain: Option<f64>,
    gain_label: &str,
    words: &str,
    strong: bool,
) -> LedgerRow {
    LedgerRow {
        name: name.into(),
        cash,
        in_kind,
        given_label: given.into(),
        gain,
        gain_label: gain_label.into(),
        words: words.into(),
        strong,
    }
}
