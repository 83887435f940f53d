//! A small published return for tests of sections: one of each, with a hidden figure and one that is not known.

use serde_json::json;

use crate::disclosure::{Audience, Published, published::MeasureShown};

/// A number as it is published.
pub(in crate::report) fn number(text: &str) -> serde_json::Value {
    json!({ "is": "number", "value": text })
}

/// Words as they are published.
pub(in crate::report) fn words(text: &str) -> serde_json::Value {
    json!({ "text": text, "language": "en" })
}

/// A count of households, off track.
pub(in crate::report) fn measure(id: &str) -> MeasureShown {
    serde_json::from_value(measure_json(id)).unwrap()
}

fn measure_json(id: &str) -> serde_json::Value {
    json!({
        "id": id, "title": words("Households with a plan"), "definition": words("Households that signed a plan."),
        "level": "performance", "measure_type": "count", "counting": "cumulative_year_to_date",
        "unit": { "words": "households", "sign": "none" },
        "target": { "figure": number("240"), "by": "2027-03-31", "revised": [] },
        "path": [{ "period": "2026-27 Q1", "figure": number("55") }, { "period": "2026-27 Q2", "figure": number("115") }],
        "actuals": [
            { "period": "2026-27 Q1", "figure": number("52") },
            { "period": "2026-27 Q2", "figure": { "is": "number", "value": "104", "mark": "p" } }
        ],
        "current": { "period": "2026-27 Q2", "figure": { "is": "number", "value": "104", "mark": "p" } },
        "current_path": number("115"), "story": [], "rating": { "is": "rated", "rag": "red" }, "overridden": false,
        "forecast": number("226"), "breakdowns": [{
            "by": "ward", "overlapping": false, "total": number("104"),
            "groups": [{ "name": "Quayside", "joined": [], "figure": number("41") }, { "name": "Wold Gate", "joined": [], "figure": { "is": "hidden" } }]
        }]
    })
}

fn giver(name: &str, cash: &str, gain: Option<&str>, net: Option<&str>, ratio: Option<&str>) -> serde_json::Value {
    json!({
        "name": name, "is_funder": name == "Foundation", "is_council": name == "District", "cash": number(cash),
        "in_kind": number("0"), "in_kind_type": [], "given": number(cash), "received": number("0"),
        "gain": gain.map_or_else(|| json!({ "is": "not_available" }), number), "net": net.map(number),
        "gives_more_ratio": ratio.map(number),
        "motives": if ratio.is_some() { json!(["core_role", "community_benefit"]) } else { json!([]) }
    })
}

/// A small return, published for an audience.
pub(in crate::report) fn published(audience: Audience) -> Published {
    let spend = |line: &str, difference: &str| {
        json!({ "line": line, "budget": number("780000"), "profile": number("390000"), "actual": number("348600"),
            "variance": number(difference), "forecast": number("752000"), "forecast_variance": number("-28000") })
    };
    serde_json::from_value(json!({
        "format": "candour-published/2", "engine": "candour 0.1.0", "rules": "1", "audience": audience, "language": "en", "line_language": "en",
        "draft": false, "fictional": true, "reference_date": "2026-10-30", "bound_by": [],
        "profile": { "threshold": 5, "opinion_threshold": 10, "cumulative_rounded": false, "cumulative_exact": false },
        "header": {
            "financial_year": "2026-27", "quarter": "Q2", "first_day": "2026-07-01", "last_day": "2026-09-30",
            "version": 2, "status": "submitted", "due_on": "2026-10-31", "submitted_on": "2026-10-30",
            "contact": "team@saltmere.example", "restatements": []
        },
        "partnership": {
            "name": "Saltmere Together", "purpose": words("One named worker, one plan."), "justifications": [],
            "drivers": [], "leadership": [], "accountable_to": []
        },
        "council": { "name": "District" },
        "approaches": [
            { "approach": "results", "weight": "main" },
            { "approach": "narratives", "weight": "not_used", "reason": words("Not this year.") }
        ],
        "partners": [{ "name": "District", "sector": "local_government_district", "roles": ["lead"] }],
        "leadership_changes": [], "funding": { "funder": "The Foundation", "conditions": [
            { "reference": "C1", "text": words("An evaluator by 30 September."), "met": "no", "reason": words("Late tender.") }
        ] },
        "results": [measure_json("R1")],
        "outcomes": [], "narratives": [],
        "community": { "promises": [
            { "id": "P1", "promise": words("A person answers the phone."), "kind": "to_community", "made_by": ["Charity"],
              "partner_status": "delivered", "verdict": "not_kept", "places": [], "revised_due": "2026-12-14" }
        ], "engagement": [], "you_said": [] },
        "finance": {
            "year": "2026-27", "ledger": [
                giver("Foundation", "420000", None, None, None),
                giver("Charity", "0", None, None, None),
                giver("District", "110000", Some("38000"), Some("-98000"), Some("3.6")),
                giver("County", "150000", Some("176000"), Some("26000"), None),
                giver("Police", "0", Some("41000"), Some("10000"), None)
            ],
            "spend": [spend("Staff", "-41400")], "totals": spend("", "-41400"), "variance_share": number("-10.6"),
            "forecast_variance_share": number("-3.6")
        },
        "risks": [], "milestones": [
            { "id": "M1", "title": words("Agreement signed"), "due": "2026-09-30", "status": "late", "forecast_date": "2026-12-18" }
        ],
        "decisions": [
            { "id": "D1", "asked_of": "funder", "decision": words("Move £20,000."), "needed_by": "2026-11-27",
              "if_not": words("The rota ends."), "options": [], "evidence": ["R1", "N1", "K1"] },
            { "id": "D2", "asked_of": "elected_council", "decision": words("Ask for a date."), "needed_by": "2026-12-09",
              "if_not": words("Visits may pause."), "options": [], "evidence": [] }
        ],
        "next_priorities": [], "previous_actions": [], "dissent": [], "explanations": [], "sign_off": [], "left_out": []
    }))
    .unwrap()
}
