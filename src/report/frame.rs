//! What stands around the sections: title, marks, running head and foot, contents.

use super::{
    block::{Block, ContentsEntry, Labelled, Labels, Look, Masthead, PageWords, Paragraph, Report, Rich, Style},
    outline::Part,
    passages::Foreign,
    sections::{Cx, changed, course},
};
use crate::{disclosure::Audience, returns::Period};

/// The report around these blocks. `data` is what was published, as JSON.
pub(super) fn around(cx: &Cx<'_>, blocks: Vec<Block>, data: String) -> Report {
    let (published, w) = (cx.published, cx.w);
    let audience = published.audience;
    let header = &published.header;
    let months = w.quarter_months(header.financial_year, header.quarter);
    let name = published.partnership.name.as_str();
    let [skip, contents, chart_figures] = w.writer_labels().map(str::to_owned);
    let [before, between] = w.page_words().map(str::to_owned);
    Report {
        title: w.document_title(audience, name, &months),
        description: w.description(audience, name, &months),
        author: name.to_owned(),
        language: w.language(),
        style: match audience {
            Audience::Funder => Style::Funder,
            Audience::Members => Style::Members,
            Audience::Public => Style::Public,
        },
        date: published.reference_date.to_string(),
        running_title: [name, &months, w.report_name(audience)].join(" · "),
        marks: marks(cx),
        foot: w.foot(header.version, header.submitted_on.map(|on| w.date(on)).as_deref()),
        page_words: PageWords { before, between },
        masthead: masthead(cx),
        contents: list_of_contents(cx),
        blocks,
        labels: Labels { skip, contents, chart_figures },
        data,
    }
}

/// Says at the head of a report how much of it is in the other language.
pub(super) fn say_languages(cx: &Cx<'_>, report: &mut Report, foreign: &Foreign) {
    let Some(sentence) = cx.w.in_other_language(foreign.texts.len()) else { return };
    let parts = Part::ALL.into_iter().filter(|part| foreign.sections.iter().any(|anchor| anchor == part.anchor()));
    let see = match cx.published.audience {
        Audience::Funder => Rich::from(" ").with(cx.see(&parts.collect::<Vec<_>>())),
        Audience::Members | Audience::Public => Rich::none(),
    };
    let words = Rich::from(sentence).with(see);
    report.blocks.insert(0, Block::Paragraph(Paragraph { look: Look::Note, words }));
}

fn marks(cx: &Cx<'_>) -> Vec<String> {
    let draft = cx.published.draft.then(|| cx.w.draft_mark());
    let demonstration = cx.published.fictional.then(|| cx.w.demonstration_mark());
    draft.into_iter().chain(demonstration).map(str::to_owned).collect()
}

fn masthead(cx: &Cx<'_>) -> Masthead {
    let (published, w) = (cx.published, cx.w);
    let header = &published.header;
    let (over, reader) = w.over_line(published.audience);
    let funder = published.funding.as_ref().and_then(|funding| funding.funder.as_deref());
    let (reader, period, facts) = match published.audience {
        Audience::Funder => {
            (funder.unwrap_or(reader), w.quarter_of_year(header.financial_year, header.quarter), facts(cx))
        }
        Audience::Members => {
            let period = w.period(Period::of_quarter(header.financial_year, header.quarter));
            let council = published.council.as_ref().map(|council| council.name.as_str());
            (reader, w.for_councillors(&period, council), Vec::new())
        }
        Audience::Public => {
            (reader, w.what_happened_in(&w.quarter_months(header.financial_year, header.quarter)), Vec::new())
        }
    };
    Masthead { over: Rich::from(over).strong(reader), title: published.partnership.name.clone(), period, facts }
}

/// The four facts of the funder report: place, grant, version, whom to ask.
fn facts(cx: &Cx<'_>) -> Vec<Labelled> {
    let (published, w) = (cx.published, cx.w);
    let header = &published.header;
    let [place, grant, ask] = w.fact_labels();
    let mut facts = Vec::new();
    if let Some(main) = &header.main_place {
        let words = w.place(&main.name, main.kind.map(|kind| w.place_kind(kind)), main.households);
        facts.push(Labelled { label: place.to_owned(), words: words.into() });
    }
    if let Some(funding) = &published.funding {
        let total = funding.total_gbp.map(|total| w.pounds(total));
        let words: Vec<String> = total.into_iter().chain(w.span(funding.start, funding.end)).collect();
        if !words.is_empty() {
            let label = funding.reference.as_deref().map_or_else(|| grant.to_owned(), |own| w.grant(Some(own)));
            facts.push(Labelled { label, words: words.join(", ").into() });
        }
    }
    let submitted = header.submitted_on.map(|on| w.date(on));
    let filed = w.filed(submitted.as_deref(), published.sign_off.len(), header.status);
    facts.push(Labelled { label: w.version(header.version), words: filed.into() });
    let words = Rich::from(header.contact.as_deref().unwrap_or_else(|| w.no_contact()));
    facts.push(Labelled { label: ask.to_owned(), words });
    facts
}

fn list_of_contents(cx: &Cx<'_>) -> Vec<ContentsEntry> {
    match cx.published.audience {
        Audience::Funder => Part::ALL.into_iter().flat_map(|part| entries(cx, part)).collect(),
        Audience::Members | Audience::Public => Vec::new(),
    }
}

/// A part, and the section without a number that stands before or after it where earlier returns were at hand.
fn entries(cx: &Cx<'_>, part: Part) -> Vec<ContentsEntry> {
    let unnumbered = |title: &str, anchor: &str| ContentsEntry {
        number: String::new(),
        title: title.to_owned(),
        anchor: anchor.to_owned(),
    };
    let mut entries = vec![ContentsEntry {
        number: part.number().to_owned(),
        title: cx.w.part_title(part).to_owned(),
        anchor: part.anchor().to_owned(),
    }];
    if part == Part::OnOnePage && changed::is_there(cx) {
        entries.push(unnumbered(cx.w.changed_heading()[0], changed::ANCHOR));
    }
    if part == Part::Asks && course::is_there(cx) {
        entries.push(unnumbered(cx.w.course_heading()[0], course::ANCHOR));
    }
    entries
}
