//! How cells look. Knows looks, never what stands in a cell.

use std::fmt::Write;

use super::super::layout::Kind;

/// The look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Look {
    /// As the program has it.
    Bare,
    /// The title of a sheet.
    Title,
    /// A sentence.
    Note,
    /// A sentence that may run on over the cells beside it.
    Quiet,
    /// The heading of a column.
    Heading,
    /// The heading of one that must be filled.
    HeadingMust,
    /// A small word above a heading or beside a field.
    Mark,
    /// The name of a field in its row.
    Label,
    /// What somebody may copy the form of.
    Example,
    /// Leads to another sheet.
    Link,
    /// The heading of what is worked out.
    HeadingWorked,
    /// A value of this kind.
    Value(Form),
    /// A value of this kind, which must be filled.
    Must(Form),
    /// A figure of this kind, which is worked out and never read.
    Worked(Form),
}

/// How a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Form {
    Text,
    Number,
    Pounds,
    Percent,
    Day,
}

impl Form {
    /// The form of a kind of value. What a program might take for a number or a day is a text from the start.
    pub(in super::super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Date => Self::Day,
            Kind::Whole | Kind::Decimal => Self::Number,
            Kind::Money => Self::Pounds,
            Kind::Percent => Self::Percent,
            Kind::Text
            | Kind::Code
            | Kind::Choice
            | Kind::YesNo
            | Kind::Words
            | Kind::Numbers
            | Kind::Lines
            | Kind::Own => Self::Text,
        }
    }

    const ALL: [Self; 5] = [Self::Text, Self::Number, Self::Pounds, Self::Percent, Self::Day];

    /// The number of its format: 49 is text, 0 is what the program likes, and those from 164 are ours.
    const fn format(self) -> u32 {
        match self {
            Self::Text => 49,
            Self::Number => 0,
            Self::Pounds => 164,
            Self::Percent => 165,
            Self::Day => 166,
        }
    }
}

/// Looks without a value, in the order of their numbers.
const PLAIN: [Look; 11] = [
    Look::Bare,
    Look::Title,
    Look::Note,
    Look::Quiet,
    Look::Heading,
    Look::HeadingMust,
    Look::Mark,
    Look::Label,
    Look::Example,
    Look::Link,
    Look::HeadingWorked,
];

impl Look {
    /// Whether its text is broken at the width of its column.
    pub(in super::super) const fn wraps(self) -> bool {
        match self {
            Self::Bare | Self::Title | Self::Quiet | Self::Link => false,
            Self::Note
            | Self::Heading
            | Self::HeadingMust
            | Self::HeadingWorked
            | Self::Mark
            | Self::Label
            | Self::Example
            | Self::Value(_)
            | Self::Must(_)
            | Self::Worked(_) => true,
        }
    }

    /// How wide one of its letters is on average, beside a figure of the usual size.
    pub(in super::super) const fn letter(self) -> f64 {
        match self {
            Self::Note | Self::Quiet | Self::Mark | Self::Example | Self::HeadingWorked | Self::Worked(_) => 0.77,
            Self::Heading | Self::HeadingMust | Self::Label => 0.93,
            Self::Bare | Self::Title | Self::Link | Self::Value(_) | Self::Must(_) => 0.88,
        }
    }

    /// The number by which cells name it.
    pub(in super::super) fn number(self) -> usize {
        let position = |form: Form| Form::ALL.iter().position(|known| *known == form).unwrap_or(0);
        match self {
            Self::Value(form) => PLAIN.len() + position(form),
            Self::Must(form) => PLAIN.len() + Form::ALL.len() + position(form),
            Self::Worked(form) => PLAIN.len() + 2 * Form::ALL.len() + position(form),
            Self::Bare
            | Self::Title
            | Self::Note
            | Self::Quiet
            | Self::Heading
            | Self::HeadingMust
            | Self::Mark
            | Self::Label
            | Self::Example
            | Self::Link
            | Self::HeadingWorked => PLAIN.iter().position(|known| *known == self).unwrap_or(0),
        }
    }
}

/// Names, sizes and colours of letters: plain, title, grey, bold, grey and slanted, link.
const FONTS: [&str; 6] = [
    "<sz val=\"11\"/><color rgb=\"FF1B1B1B\"/>",
    "<b/><sz val=\"16\"/><color rgb=\"FF1B3A57\"/>",
    "<sz val=\"10\"/><color rgb=\"FF4A5560\"/>",
    "<b/><sz val=\"11\"/><color rgb=\"FF1B1B1B\"/>",
    "<i/><sz val=\"10\"/><color rgb=\"FF5A6570\"/>",
    "<u/><sz val=\"11\"/><color rgb=\"FF0B4F8A\"/>",
];

/// Colours behind cells, from number 2: headings, what must be filled, the heading of that, what is worked out.
const FILLS: [&str; 4] = ["FFE6EDF3", "FFFFF8E1", "FFFFE9A8", "FFF1F2F4"];

/// The part that says how all looks are drawn.
pub(super) fn part() -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"#,##0\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"General&quot;%&quot;\"/>\
         <numFmt numFmtId=\"166\" formatCode=\"d mmm yyyy\"/></numFmts>",
    );
    let _ = write!(xml, "<fonts count=\"{}\">", FONTS.len());
    for font in FONTS {
        let _ = write!(xml, "<font>{font}<name val=\"Arial\"/><family val=\"2\"/></font>");
    }
    let _ = write!(
        xml,
        "</fonts><fills count=\"{}\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill>",
        FILLS.len() + 2
    );
    for fill in FILLS {
        let _ = write!(
            xml,
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{fill}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
        );
    }
    let line = |side: &str| format!("<{side} style=\"thin\"><color rgb=\"FFC5CDD5\"/></{side}>");
    let _ = write!(
        xml,
        "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
         <border>{}{}{}{}<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
        line("left"),
        line("right"),
        line("top"),
        line("bottom")
    );
    let forms = || Form::ALL.into_iter();
    let looks = PLAIN.into_iter().chain(forms().map(Look::Value)).chain(forms().map(Look::Must));
    let looks = looks.chain(forms().map(Look::Worked));
    let cells: String = looks.map(cell).collect();
    let count = PLAIN.len() + 3 * Form::ALL.len();
    let _ = write!(
        xml,
        "<cellXfs count=\"{count}\">{cells}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    );
    xml
}

fn cell(look: Look) -> String {
    // Format, letters, what lies behind, lines around.
    let (format, font, fill, border) = match look {
        Look::Bare => (0, 0, 0, 0),
        Look::Title => (49, 1, 0, 0),
        Look::Note | Look::Quiet | Look::Mark => (49, 2, 0, 0),
        Look::Heading => (49, 3, 2, 1),
        Look::HeadingMust => (49, 3, 4, 1),
        Look::Label => (49, 3, 0, 1),
        Look::Example => (49, 4, 0, 1),
        Look::Link => (49, 5, 0, 0),
        Look::Value(form) => (form.format(), 0, 0, 1),
        Look::Must(form) => (form.format(), 0, 3, 1),
        Look::HeadingWorked => (49, 4, 5, 1),
        Look::Worked(form) => (form.format(), 4, 5, 1),
    };
    let wraps = u8::from(look.wraps());
    // Days stand where words do, so that a column of fields has one edge.
    let is_day = matches!(look, Look::Value(Form::Day) | Look::Must(Form::Day));
    let side = if is_day { " horizontal=\"left\"" } else { "" };
    format!(
        "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" \
         applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\
         <alignment vertical=\"top\"{side} wrapText=\"{wraps}\"/></xf>"
    )
}
