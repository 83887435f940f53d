//! The results of the sample: path charts, their key and a panel.

use super::Sample;
use crate::report::block::*;

impl Sample<'_> {
    pub(super) fn results(&self) -> Block {
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
                gaps: Vec::new(),
                current_slot: 2,
                path_label: self.say("path 185"),
                forecast: Some(PlotValue { value: 182.0, label: self.say("Forecast 182") }),
                target: Some(PlotValue { value: 160.0, label: self.say("Target 160") }),
                steps: Vec::new(),
                breaks: Vec::new(),
                anew: Vec::new(),
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
                actual: vec![self.point(2, 104.0, "104", false)],
                gaps: vec![PlotGap { slot: 1, label: self.say("[x]") }],
                current_slot: 2,
                path_label: self.say("path 115"),
                forecast: Some(PlotValue { value: 226.0, label: self.say("Forecast 226") }),
                target: Some(PlotValue { value: 240.0, label: self.say("Target 240") }),
                steps: Vec::new(),
                breaks: Vec::new(),
                anew: Vec::new(),
            }),
            note: Rich::none(),
            table: None,
        }
    }
}
