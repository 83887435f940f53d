//! Questions that members can ask. Neutral: no party, no name of a member, no praise.

use super::Wording;
use crate::returns::approach::community_reporting::{CommunityVerdict, PartnerStatus};

impl Wording {
    /// 1: a measure is off track.
    pub(in crate::report) fn ask_off_track(self, title: &str, figures: &str, by: &str) -> String {
        say!(
            self,
            "{title}: {figures}. What will be different by {by}, and how will we know?",
            "{title}: {figures}. Beth fydd yn wahanol erbyn {by}, a sut y byddwn yn gwybod?"
        )
    }

    /// 2: partner and residents judge a promise differently. Before and after the promise.
    pub(in crate::report) fn ask_verdict(self, status: PartnerStatus, verdict: CommunityVerdict) -> [String; 2] {
        let status = self.partner_status(status).to_lowercase();
        let verdict = self.verdict(verdict).to_lowercase();
        [
            self.either("You promised: “", "Addawsoch: “").to_owned(),
            say!(
                self,
                "” You say: {status}. Residents say: {verdict}. Who is right?",
                "” Eich barn chi: {status}. Barn trigolion: {verdict}. Pwy sy’n iawn?"
            ),
        ]
    }

    /// 3: the council gives more than it gains.
    pub(in crate::report) fn ask_net(self, council: &str, net: &str) -> String {
        say!(
            self,
            "{council} {net}. Is that what we want, and for how long?",
            "Mae {council} {net}. Ai dyna a ddymunwn, ac am ba hyd?"
        )
    }

    /// 4: a barrier has stood for more than a quarter. After its description in quotation marks.
    pub(in crate::report) fn ask_barrier(self, since: &str, needs: Option<&str>) -> String {
        match needs {
            Some(needs) => say!(
                self,
                " This has stood in the way since {since}. It needs {needs}. Have they been asked?",
                " Mae hyn yn rhwystr ers {since}. Pwy all ei symud: {needs}. A ofynnwyd iddynt?"
            ),
            None => say!(
                self,
                " This has stood in the way since {since}. Who can remove it, and have they been asked?",
                " Mae hyn yn rhwystr ers {since}. Pwy all ei symud, ac a ofynnwyd iddynt?"
            ),
        }
    }

    /// 5: a group is hardly heard.
    pub(in crate::report) fn ask_reach(self, group: &str, heard: &str, living: &str) -> String {
        say!(
            self,
            "{group}: {heard} of those you heard from, and {living} of the people who live here. What will you change?",
            "{group}: {heard} o’r rhai y clywsoch ganddynt, a {living} o’r bobl sy’n byw yma. Beth fyddwch yn ei newid?"
        )
    }

    /// 6: nothing shows what would have happened anyway. After the title in quotation marks.
    pub(in crate::report) const fn ask_anyway(self) -> &'static str {
        self.either(
            " is compared with no other group. How will we know this would not have happened anyway?",
            ": nid oes grŵp arall i gymharu ag ef. Sut y byddwn yn gwybod na fyddai hyn wedi digwydd beth bynnag?",
        )
    }

    /// 7: more than one post in ten is empty.
    pub(in crate::report) fn ask_vacancy(self, empty: &str, agreed: &str) -> String {
        say!(
            self,
            "{empty} of {agreed} agreed posts are empty. What is the effect on residents?",
            "Swyddi gwag: {empty} o’r {agreed} a gytunwyd. Beth yw’r effaith ar drigolion?"
        )
    }

    /// 8: the lead may change. Before and after the risk in quotation marks.
    pub(in crate::report) const fn ask_leader(self) -> [&'static str; 2] {
        [
            self.either("A risk is: ", "Un risg yw: "),
            self.either(
                ". What happens to this work if the lead leaves?",
                ". Beth fydd yn digwydd i’r gwaith hwn os bydd yr arweinydd yn gadael?",
            ),
        ]
    }

    /// 8: somebody who led has left, after that sentence.
    pub(in crate::report) const fn ask_next_leader(self) -> &'static str {
        self.either(
            " What happens to this work if the lead leaves?",
            " Beth fydd yn digwydd i’r gwaith hwn os bydd yr arweinydd yn gadael?",
        )
    }

    /// 9: a target was made easier to reach.
    pub(in crate::report) fn ask_target(self, title: &str, from: &str, to: &str, agreed_by: &[String]) -> String {
        if agreed_by.is_empty() {
            return say!(
                self,
                "{title}: the target was changed from {from} to {to}. Who agreed to that, and why?",
                "{title}: newidiwyd y targed o {from} i {to}. Pwy gytunodd i hynny, a pham?"
            );
        }
        let names = self.list(agreed_by);
        say!(
            self,
            "{title}: the target was changed from {from} to {to}, agreed by {names}. Why?",
            "{title}: newidiwyd y targed o {from} i {to}. Cytunwyd gan: {names}. Pam?"
        )
    }

    /// 10: nothing was reported for a ward.
    pub(in crate::report) fn ask_ward(self, ward: &str) -> String {
        say!(
            self,
            "Nothing was reported for {ward}. What is offered there?",
            "Ni adroddwyd dim ar gyfer y ward hon: {ward}. Beth sy’n cael ei gynnig yno?"
        )
    }

    /// Where the figures raise no question.
    pub(in crate::report) const fn no_questions(self) -> &'static str {
        self.either(
            "The figures of this quarter raise no question of their own.",
            "Nid yw ffigurau’r chwarter hwn yn codi unrhyw gwestiwn ynddynt eu hunain.",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn questions_cite_their_figure_and_take_no_side() {
        assert_eq!(
            W.ask_off_track("Repeat call-outs", "201 call-outs against a path of 185", "31 December 2026"),
            "Repeat call-outs: 201 call-outs against a path of 185. What will be different by 31 December 2026, and how will we know?"
        );
        assert_eq!(
            W.ask_verdict(PartnerStatus::Delivered, CommunityVerdict::PartlyKept)[1],
            "” You say: delivered. Residents say: partly kept. Who is right?"
        );
        assert_eq!(
            W.ask_net("The council", "gives £98,000 more than it gains"),
            "The council gives £98,000 more than it gains. Is that what we want, and for how long?"
        );
    }

    #[test]
    fn who_can_help_is_named_where_the_return_names_them() {
        assert_eq!(
            W.ask_barrier("11 May 2026", None),
            " This has stood in the way since 11 May 2026. Who can remove it, and have they been asked?"
        );
        assert_eq!(
            W.ask_barrier("11 May 2026", Some("The Board")),
            " This has stood in the way since 11 May 2026. It needs The Board. Have they been asked?"
        );
        assert_eq!(
            W.ask_target("Visits", "200", "160", &[]),
            "Visits: the target was changed from 200 to 160. Who agreed to that, and why?"
        );
        assert_eq!(
            W.ask_target("Visits", "200", "160", &["District".to_owned()]),
            "Visits: the target was changed from 200 to 160, agreed by District. Why?"
        );
    }
}
