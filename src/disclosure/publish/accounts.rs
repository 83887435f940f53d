//! Money, risks, milestones, decisions and notes. Money, organisations and things are never hidden.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{Publishing, raw};
use crate::order;
use crate::{
    disclosure::published::{
        Audience, DecisionShown, DissentShown, FinanceShown, LedgerShown, MilestoneShown, PreviousActionShown,
        RiskShown, Shown, SpendShown, SpentPartShown, SpentShown, UnderspendShown,
    },
    returns::{AskedOf, Contribution, Count, Finance, Pounds, RecordId, Risk, RiskCategory, SpendLine, Stated},
};

/// How many parts residents see of what was spent.
const PARTS: usize = 5;

impl Publishing<'_> {
    pub(super) fn finance(&self) -> Option<FinanceShown> {
        let finance = self.filed.finance.as_ref()?;
        if self.audience == Audience::Public {
            return Some(self.public_finance(finance));
        }
        let funder = self.is_funder_report();
        let ledger = finance.contributions.iter().filter(|contribution| match self.audience {
            Audience::Funder => true,
            // Members see their own council's row.
            Audience::Members => self.council == Some(contribution.source.as_str()),
            Audience::Public => false,
        });
        let totals = Self::totals(finance);
        let cost = finance.cost_of_collaborating_gbp.as_ref().filter(|_| funder);
        let share = finance.administration_cost_share_percent.filter(|_| funder);
        let request = finance.underspend_request.as_ref().filter(|_| funder);
        Some(FinanceShown {
            year: finance.year,
            pooled_budget: finance.pooled_budget.as_ref().map(|budget| self.pounds(Some(budget))),
            ledger: ledger.map(|contribution| self.ledger(contribution)).collect(),
            spend: if self.audience == Audience::Members {
                Vec::new()
            } else {
                finance.spend.iter().map(|line| self.spend(line)).collect()
            },
            variance_share: totals.as_ref().and_then(|totals| percent_of(&totals.variance, &totals.profile)),
            forecast_variance_share: totals
                .as_ref()
                .and_then(|totals| percent_of(&totals.forecast_variance, &totals.budget)),
            totals,
            spent: None,
            variance_explanation: self.words_of(finance.variance_explanation.as_ref()).filter(|_| funder),
            administration_share: share.map(|share| raw::number(share.get(), 1)),
            cost_of_collaborating: cost.map(|cost| self.pounds(Some(cost))),
            underspend_request: request.map(|request| UnderspendShown {
                amount: request.amount.get(),
                to: self.words_of(request.to.as_ref()),
                decision: request.decision.as_ref().map(RecordId::to_string),
            }),
        })
    }

    /// What residents are told: what was spent, on what. Who gives and who gains stands in the funder's report.
    fn public_finance(&self, finance: &Finance) -> FinanceShown {
        FinanceShown {
            year: finance.year,
            pooled_budget: None,
            ledger: Vec::new(),
            spend: Vec::new(),
            totals: None,
            spent: self.spent(finance),
            variance_share: None,
            forecast_variance_share: None,
            variance_explanation: None,
            administration_share: None,
            cost_of_collaborating: None,
            underspend_request: None,
        }
    }

    /// What the money was spent on, in at most [`PARTS`] parts; `None` where no line has an amount.
    fn spent(&self, finance: &Finance) -> Option<SpentShown> {
        let households = self.households().filter(|households| *households > 0).map(Decimal::from);
        let for_each = |amount: Decimal| Some(raw::number(amount.checked_div(households?)?, 2));
        let amount = |line: &SpendLine| line.actual_to_date.as_ref().and_then(Stated::number).map(|gbp| gbp.decimal());
        let mut lines: Vec<(String, Decimal)> =
            finance.spend.iter().filter_map(|line| Some((line.line.to_string(), amount(line)?))).collect();
        let is_whole = lines.len() == finance.spend.len();
        let sum = || is_whole.then(|| lines.iter().map(|(_, amount)| *amount).sum::<Decimal>());
        let stated = finance.totals.as_ref().and_then(|totals| totals.actual_to_date).map(Pounds::decimal);
        let total = stated.or_else(sum);
        if lines.is_empty() && total.is_none() {
            return None;
        }
        // Equal amounts keep the order of the return.
        order::by_key(&mut lines, |(_, amount)| Reverse(*amount));
        let rest = if lines.len() > PARTS { lines.split_off(PARTS - 1) } else { Vec::new() };
        let mut parts: Vec<SpentPartShown> = lines
            .into_iter()
            .map(|(line, amount)| SpentPartShown {
                lines: vec![line],
                amount: raw::number(amount, 0),
                per_household: for_each(amount),
            })
            .collect();
        if !rest.is_empty() {
            let amount = rest.iter().map(|(_, amount)| *amount).sum();
            parts.push(SpentPartShown {
                lines: rest.into_iter().map(|(line, _)| line).collect(),
                amount: raw::number(amount, 0),
                per_household: for_each(amount),
            });
        }
        Some(SpentShown {
            total: total.map_or(Shown::NotAvailable { reason: None }, |total| raw::number(total, 0)),
            per_household: total.and_then(for_each),
            parts,
        })
    }

    fn ledger(&self, contribution: &Contribution) -> LedgerShown {
        let id = contribution.source.as_str();
        let funder = self.filed.funding.as_ref().and_then(|funding| funding.funder.as_ref());
        let gbp = |stated: Option<&Stated<Pounds>>| stated.and_then(Stated::number).map(|pounds| pounds.decimal());
        let (cash, in_kind) = (gbp(contribution.cash.as_ref()), gbp(contribution.in_kind.as_ref()));
        // One of the two left out is none of it given; a stated “not known” makes the sum unknown.
        let is_unknown = |stated: Option<&Stated<Pounds>>| stated.is_some_and(|stated| stated.number().is_none());
        let unknown = is_unknown(contribution.cash.as_ref()) || is_unknown(contribution.in_kind.as_ref());
        let given = match (cash, in_kind) {
            _ if unknown => None,
            (None, None) => None,
            (cash, in_kind) => Some(cash.unwrap_or_default() + in_kind.unwrap_or_default()),
        };
        let gain = gbp(contribution.benefit_estimate.as_ref());
        let known = |pounds: Option<Decimal>| {
            pounds.map_or(Shown::NotAvailable { reason: None }, |pounds| raw::number(pounds, 0))
        };
        let has_motive = !contribution.why_they_do_it.is_empty();
        let gives_more = given
            .zip(gain)
            .filter(|(given, gain)| has_motive && *given > Decimal::ZERO && *given >= Decimal::TWO * *gain);
        LedgerShown {
            name: self.name(&contribution.source),
            is_funder: funder.is_some_and(|funder| funder.id == contribution.source),
            is_council: self.council == Some(id),
            cash: self.pounds(contribution.cash.as_ref()),
            in_kind: self.pounds(contribution.in_kind.as_ref()),
            in_kind_type: contribution.in_kind_type.clone(),
            given: known(given),
            received: self.pounds(contribution.received_to_date.as_ref()),
            gain: self.pounds(contribution.benefit_estimate.as_ref()),
            gain_note: self.words_of(contribution.benefit_note.as_ref()),
            not_estimated: self.words_of(contribution.benefit_not_estimated.as_ref()),
            net: given.zip(gain).map(|(given, gain)| raw::number(gain - given, 0)),
            gives_more_ratio: gives_more.map(|(given, gain)| match given.checked_div(gain) {
                Some(ratio) => raw::number(ratio, 1),
                None => Shown::NotApplicable { reason: None },
            }),
            motives: contribution.why_they_do_it.clone(),
        }
    }

    fn spend(&self, line: &SpendLine) -> SpendShown {
        let [budget, profile, actual, forecast] =
            [&line.budget, &line.profile_to_date, &line.actual_to_date, &line.forecast]
                .map(|stated| self.pounds(stated.as_ref()));
        SpendShown {
            line: line.line.to_string(),
            variance: difference(&actual, &profile, line.variance_to_date),
            forecast_variance: difference(&forecast, &budget, line.forecast_variance),
            explanation: self.words_of(line.variance_explanation.as_ref()).filter(|_| self.is_funder_report()),
            budget,
            profile,
            actual,
            forecast,
        }
    }

    /// All lines together: as stated, else the sum of the lines.
    pub(super) fn totals(finance: &Finance) -> Option<SpendShown> {
        if finance.totals.is_none() && finance.spend.is_empty() {
            return None;
        }
        let stated = finance.totals.as_ref();
        let column = |typed: Option<Pounds>, of: fn(&SpendLine) -> Option<&Stated<Pounds>>| -> Shown {
            let sum = || {
                let lines = finance.spend.iter().map(|line| of(line)?.number().map(|pounds| pounds.decimal()));
                lines.sum::<Option<Decimal>>().filter(|_| !finance.spend.is_empty())
            };
            let total = typed.map(Pounds::decimal).or_else(sum);
            total.map_or(Shown::NotAvailable { reason: None }, |total| raw::number(total, 0))
        };
        let budget = column(stated.and_then(|totals| totals.budget), |line| line.budget.as_ref());
        let profile = column(stated.and_then(|totals| totals.profile_to_date), |line| line.profile_to_date.as_ref());
        let actual = column(stated.and_then(|totals| totals.actual_to_date), |line| line.actual_to_date.as_ref());
        let forecast = column(stated.and_then(|totals| totals.forecast), |line| line.forecast.as_ref());
        Some(SpendShown {
            line: String::new(),
            variance: difference(&actual, &profile, stated.and_then(|totals| totals.variance_to_date)),
            forecast_variance: difference(&forecast, &budget, stated.and_then(|totals| totals.forecast_variance)),
            explanation: None,
            budget,
            profile,
            actual,
            forecast,
        })
    }

    /// Highest score first; equal ones as the return orders them.
    pub(super) fn risks(&self) -> Vec<RiskShown> {
        let is_for = |risk: &Risk| match self.audience {
            Audience::Funder => true,
            // A change at the top is a question for members.
            Audience::Members => risk.category.is_some_and(|category| {
                [RiskCategory::Leadership, RiskCategory::Political, RiskCategory::External].contains(&category)
            }),
            Audience::Public => false,
        };
        let risks = self.filed.risks.iter().filter(|risk| is_for(risk));
        let mut shown: Vec<RiskShown> = risks.map(|risk| self.risk(risk)).collect();
        order::by_key(&mut shown, |risk| Reverse(risk.score));
        shown
    }

    fn risk(&self, risk: &Risk) -> RiskShown {
        let product = risk.likelihood.zip(risk.impact).map(|(likelihood, impact)| likelihood.get() * impact.get());
        RiskShown {
            id: risk.id.to_string(),
            title: self.title(&risk.title),
            category: risk.category,
            effect: risk.effect,
            score: risk.score.map(Count::get).or(product),
            previous_score: risk.previous_score.map(Count::get),
            owner: self.name_of(risk.owner.as_ref()),
            response: risk.response,
            mitigation: self.words_of(risk.mitigation.as_ref()),
            next_review: risk.next_review,
        }
    }

    pub(super) fn milestones(&self) -> Vec<MilestoneShown> {
        let milestones = self.filed.milestones.iter().map(|milestone| MilestoneShown {
            id: milestone.id.to_string(),
            title: self.title(&milestone.title),
            due: milestone.due,
            status: milestone.status,
            completed_on: milestone.completed_on,
            forecast_date: milestone.forecast_date,
            reason: self.words_of(milestone.reason.as_ref()),
        });
        milestones.collect()
    }

    /// Every decision for the funder, the council's for its members.
    pub(super) fn decisions(&self) -> Vec<DecisionShown> {
        let asked = self.filed.decisions_asked.iter().filter(|asked| match self.audience {
            Audience::Funder => true,
            Audience::Members => asked.asked_of == Some(AskedOf::ElectedCouncil),
            Audience::Public => false,
        });
        let shown = asked.map(|asked| DecisionShown {
            id: asked.id.to_string(),
            asked_of: asked.asked_of,
            decision: self.title(&asked.decision),
            needed_by: asked.needed_by,
            if_not: self.words_of(asked.if_not.as_ref()),
            options: self.all_words(&asked.options),
            evidence: if self.is_funder_report() {
                asked.evidence.iter().map(RecordId::to_string).collect()
            } else {
                Vec::new()
            },
        });
        shown.collect()
    }

    pub(super) fn dissent(&self) -> Vec<DissentShown> {
        let notes = self.filed.dissent.iter();
        let shown = notes
            .map(|note| DissentShown { partner: self.name(&note.partner), statement: self.title(&note.statement) });
        shown.collect()
    }

    pub(super) fn previous_actions(&self) -> Vec<PreviousActionShown> {
        let actions = self.filed.previous_actions.iter().map(|action| PreviousActionShown {
            what: self.title(&action.what),
            done: action.done,
            note: self.words_of(action.note.as_ref()),
        });
        actions.collect()
    }
}

/// A difference of two printed amounts; as typed where one of them is not known.
fn difference(of: &Shown, and: &Shown, typed: Option<Pounds>) -> Shown {
    match (of.number(), and.number(), typed) {
        (Some(of), Some(and), _) => raw::number(of.get() - and.get(), 0),
        (_, _, Some(typed)) => raw::number(typed.decimal(), 0),
        (_, _, None) => Shown::NotAvailable { reason: None },
    }
}

fn percent_of(part: &Shown, whole: &Shown) -> Option<Shown> {
    let (part, whole) = part.number().zip(whole.number())?;
    let share = (part.get() * Decimal::ONE_HUNDRED).checked_div(whole.get())?;
    Some(raw::number(share, 1))
}
