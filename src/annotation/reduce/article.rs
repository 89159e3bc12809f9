//! The article as a whole: what is known about it, how it is shown, what its paragraphs are, what is asked of it.

use std::rc::Rc;

use super::{Done, Draft};
use crate::annotation::is_web_address;
use crate::annotation::{ActionError, ArticleFacts, Change, Lead, LeadStatus, Settings, proposals};
use crate::review::leads::leads;
use crate::text::{Document, ParagraphType, Published};

impl Draft<'_> {
    pub(super) fn set_facts(&mut self, facts: &ArticleFacts) -> Done {
        let before = &self.session.facts;
        if **before == *facts {
            return Ok(());
        }
        if let Some(url) = facts.url.as_ref().filter(|url| !is_web_address(url)) {
            return Err(ActionError::NoWebAddress(url.clone()));
        }
        self.changes.push(Change::Facts(Rc::clone(before), Rc::new(facts.clone())));
        if before.published != facts.published {
            self.read_again(&self.session.document, facts.published);
        }
        Ok(())
    }

    pub(super) fn set_settings(&mut self, settings: Settings) {
        let before = &self.session.settings;
        if **before != settings {
            let found = self.session.found();
            self.changes.extend(proposals::settle(self.session, &self.session.document, &found, &settings));
            self.changes.push(Change::Settings(Rc::clone(before), Rc::new(settings)));
        }
    }

    pub(super) fn set_paragraph_type(&mut self, index: usize, kind: ParagraphType) -> Done {
        let session = self.session;
        let before = session.document.paragraphs().get(index).ok_or(ActionError::NoParagraph(index))?.kind;
        if before != kind {
            let mut document = Document::clone(&session.document);
            document.set_paragraph_type(index, kind);
            self.changes.push(Change::Paragraph(index, before, kind));
            self.read_again(&document, session.facts.published);
        }
        Ok(())
    }

    /// What is found in `document` now is proposed and asked.
    fn read_again(&mut self, document: &Document, published: Option<Published>) {
        let session = self.session;
        let findings = proposals::read(document, published);
        self.changes.extend(proposals::settle(session, document, &findings, &session.settings));
        self.set_leads(&leads(document, published, &findings));
        self.changes.push(Change::Findings(Rc::clone(&session.findings), findings));
    }

    /// Open questions that are not asked any more go; answered ones stay.
    pub(super) fn set_leads(&mut self, asked: &[Lead]) {
        let is_same = |a: &Lead, b: &Lead| a.rule == b.rule && a.passages == b.passages;
        let leads = &self.session.leads;
        let goes = |lead: &Lead| lead.status == LeadStatus::Open && !asked.iter().any(|other| is_same(lead, other));
        let mut left = leads.len();
        for (place, lead) in leads.iter().enumerate().rev().filter(|(_, lead)| goes(lead)) {
            self.changes.push(Change::Lead(place, Some(Rc::clone(lead)), None));
            left -= 1;
        }
        for lead in asked.iter().filter(|lead| !leads.iter().any(|other| is_same(lead, other))) {
            self.changes.push(Change::Lead(left, None, Some(Rc::new(lead.clone()))));
            left += 1;
        }
    }

    pub(super) fn set_lead_status(&mut self, index: usize, status: LeadStatus) -> Done {
        let before = self.session.leads.get(index).ok_or(ActionError::NoLead(index))?;
        if before.status != status {
            let after = Rc::new(Lead { status, ..(**before).clone() });
            self.changes.push(Change::Lead(index, Some(Rc::clone(before)), Some(after)));
        }
        Ok(())
    }
}
