//! A place where a report does not follow from the data inside, and the sentence that says so.

use serde::Serialize;

use crate::disclosure::published::NotPublished;

/// A place where a report does not follow from its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What differs.
    pub what: What,
    /// The page, from 1, where there are pages.
    pub page: Option<usize>,
    /// The title of the section.
    pub section: Option<String>,
    /// Which figure, or which part of what the file says about itself.
    pub name: Option<String>,
    /// What the report says; `None` where it says nothing.
    pub report: Option<String>,
    /// What follows from the data; `None` where nothing does.
    pub data: Option<String>,
}

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The data inside are not those that the report states.
    Data,
    /// The data inside hold what their form has no place for, or are written otherwise.
    DataForm,
    /// Words or figures of the text.
    Words,
    /// Words inside a drawing.
    Drawing,
    /// What is told of a drawing to those who do not see it.
    Description,
    /// Running heads, feet and navigation.
    Furniture,
    /// What words are to a reader who hears them: a heading, a cell, a language.
    Structure,
    /// What the file says about itself.
    Metadata,
    /// How something looks, although its words are the same.
    Look,
    /// A figure of the return.
    Return,
    /// Something that nobody sees or hears.
    Other,
}

impl Finding {
    /// A finding about the whole file.
    pub(super) const fn of(what: What) -> Self {
        Self { what, page: None, section: None, name: None, report: None, data: None }
    }

    /// Data that are not those the report states.
    pub(super) fn data(stated: Option<String>, digest: &str) -> Self {
        Self { report: stated, data: Some(digest.to_owned()), ..Self::of(What::Data) }
    }

    /// Data that cannot be read any more.
    pub(super) fn unreadable(error: &NotPublished) -> Self {
        Self { name: Some(error.to_string()), ..Self::of(What::DataForm) }
    }

    /// What differs, where, and what both sides say, in a sentence.
    pub fn sentence(&self) -> String {
        let name = self.name.as_deref().unwrap_or_default();
        let (report, data) = (self.report.as_deref(), self.data.as_deref());
        match self.what {
            What::Data => match report {
                Some(stated) => format!(
                    "The data inside were changed after the report was made: the report states the SHA-256 {stated}, \
                     and they have {}.",
                    data.unwrap_or_default()
                ),
                None => "The report no longer states the SHA-256 of the data inside.".to_owned(),
            },
            What::DataForm => match name.strip_prefix("the data inside ") {
                Some(rest) => format!("The data inside {rest}."),
                None => format!("The data inside hold “{name}”, which no data of candour's hold."),
            },
            What::Words | What::Drawing | What::Description | What::Furniture => {
                let side = match self.what {
                    What::Drawing => "the drawing says",
                    What::Description => "the words for those who do not see it say",
                    What::Data
                    | What::DataForm
                    | What::Words
                    | What::Furniture
                    | What::Structure
                    | What::Metadata
                    | What::Look
                    | What::Return
                    | What::Other => "the report says",
                };
                format!("{}{}", self.place(), differing(side, report, data))
            }
            What::Structure => {
                let (report, data) = (report.unwrap_or("nothing"), data.unwrap_or("nothing"));
                format!("{}“{name}” is read out as {report}, and the data give {data}.", self.place())
            }
            What::Metadata => format!("About the file, {name}: {}", differing("the report says", report, data)),
            What::Look => format!("{name} looks otherwise than the data give it, although its words are the same."),
            What::Return => {
                let side = |said: Option<&str>| said.map_or("nothing".to_owned(), |said| format!("“{said}”"));
                format!("{name}: the report says {}, and the return gives {}.", side(report), side(data))
            }
            What::Other => "The file is not to the byte what the data give, although its words, drawings and what it \
                            says about itself are."
                .to_owned(),
        }
    }

    fn place(&self) -> String {
        match (self.page, &self.section) {
            (Some(page), Some(section)) => format!("Page {page}, “{section}”: "),
            (Some(page), None) => format!("Page {page}: "),
            (None, Some(section)) => format!("“{section}”: "),
            (None, None) => "At the head of the report: ".to_owned(),
        }
    }
}

fn differing(side: &str, report: Option<&str>, data: Option<&str>) -> String {
    match (report, data) {
        (Some(report), Some(data)) => {
            let [report, data] = around_the_difference(report, data);
            format!("{side} “{report}”, and the data inside give “{data}”.")
        }
        (Some(report), None) => format!("{side} “{}”, which does not follow from the data inside.", shortened(report)),
        (None, Some(data)) => format!("“{}” is missing, which follows from the data inside.", shortened(data)),
        (None, None) => "something differs.".to_owned(),
    }
}

/// Two texts, cut to what stands around the first place where they differ.
fn around_the_difference(one: &str, other: &str) -> [String; 2] {
    const BEFORE: usize = 60;
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(BEFORE);
    [one, other].map(|text| {
        let dots = if from > 0 { "…" } else { "" };
        let rest: String = text.chars().skip(from).collect();
        format!("{dots}{}", shortened(&rest))
    })
}

fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{start}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_where_and_what_both_sides_say() {
        let found = Finding {
            page: Some(3),
            section: Some("Results".into()),
            report: Some("201 repeat call-outs".into()),
            data: Some("185 repeat call-outs".into()),
            ..Finding::of(What::Words)
        };
        assert_eq!(
            found.sentence(),
            "Page 3, “Results”: the report says “201 repeat call-outs”, and the data inside give “185 repeat call-outs”."
        );
    }

    #[test]
    fn of_long_words_the_part_that_differs_is_told() {
        let [one, other] = ["5", "6"].map(|end| format!("{}{end}", "word ".repeat(100)));
        let sentence = differing("the report says", Some(&one), Some(&other));
        assert!(sentence.contains("word 5”") && sentence.contains("word 6”") && sentence.len() < 300, "{sentence}");
    }
}
