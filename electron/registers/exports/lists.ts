import { accessCardFilter } from '../../../shared/registers/access-cards';
import { ACCESS_CARD_COLUMNS } from '../../../shared/registers/access-cards.columns';
import { disclosureFilter } from '../../../shared/registers/disclosures';
import { DISCLOSURE_COLUMNS } from '../../../shared/registers/disclosures.columns';
import { foundItemFilter } from '../../../shared/registers/found-items';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import { goodsReleaseFilter } from '../../../shared/registers/goods-releases';
import { GOODS_RELEASE_COLUMNS } from '../../../shared/registers/goods-releases.columns';
import { checkFilter } from '../../../shared/registers/key-checks';
import { CHECK_COLUMNS } from '../../../shared/registers/key-checks.columns';
import { keyCopyFilter } from '../../../shared/registers/key-copies';
import {
  KEY_COPY_COLUMNS,
  KEY_INCIDENT_COLUMNS,
  KEY_UNSEAL_COLUMNS,
} from '../../../shared/registers/key-desk.columns';
import { keyIncidentFilter } from '../../../shared/registers/key-incidents';
import { keyLoanFilter } from '../../../shared/registers/key-loans';
import { KEY_LOAN_SCREEN } from '../../../shared/registers/key-loans.columns';
import { mandateFilter } from '../../../shared/registers/key-mandates';
import { MANDATE_COLUMNS } from '../../../shared/registers/key-mandates.columns';
import { transferFilter } from '../../../shared/registers/key-transfers';
import { TRANSFER_COLUMNS } from '../../../shared/registers/key-transfers.columns';
import { keyUnsealFilter } from '../../../shared/registers/key-unseals';
import { keyFilter } from '../../../shared/registers/keys';
import { KEY_COLUMNS } from '../../../shared/registers/keys.columns';
import { lostReportFilter } from '../../../shared/registers/lost-reports';
import { LOST_REPORT_COLUMNS } from '../../../shared/registers/lost-reports.columns';
import { partyFilter } from '../../../shared/registers/parties';
import { PARTY_COLUMNS } from '../../../shared/registers/parties.columns';
import { unitFilter } from '../../../shared/registers/units';
import { UNIT_COLUMNS } from '../../../shared/registers/units.columns';
import { VISIT_COLUMNS } from '../../../shared/registers/visits.columns';
import { visitFilter } from '../../../shared/registers/visits.forms';
import { cardPage } from '../access-cards/filter';
import { BROADCAST_LISTS } from '../broadcasts/exports';
import { businessCentreExports } from '../business-centre/exports';
import { CONTACT_LISTS } from '../contacts/exports';
import { custodyExports } from '../custody/exports';
import { customExports } from '../custom/exports';
import { DIARY_LISTS } from '../diaries/exports';
import { DUTY_LOG_LISTS } from '../duty-log/exports';
import { foundItemPage } from '../found-items/filter';
import { lostReportPage } from '../found-items/filter-reports';
import { releasePage } from '../goods-releases/filter';
import { handoverLists } from '../handovers/exports';
import { copyPage, incidentPage, loanPage, unsealPage } from '../key-desk/pages';
import { checkPage } from '../keys/check-filter';
import { keyPage } from '../keys/filter';
import { mandatePage } from '../keys/mandate-filter';
import { transferPage } from '../keys/transfer-lines';
import { MAIL_LISTS } from '../mail/exports';
import { MEETING_LISTS } from '../meetings/exports';
import { NOTICE_LISTS } from '../notices/exports';
import { settingsOf } from '../office/settings';
import { ROSTER_LISTS } from '../rosters/exports';
import { unitListPage } from '../units/filter';
import { partyListPage } from '../units/party-filter';
import { visitPage } from '../visits/filter';
import { disclosurePage } from '../visits/filter-disclosures';
import { type ExportList, exportList } from './list';

/** Every list that can be exported, by register: one entry each. */
export const LISTS: Readonly<Record<string, ExportList>> = {
  foundItems: exportList({
    permit: 'foundItems.export',
    filter: foundItemFilter,
    columns: FOUND_ITEM_COLUMNS,
    state: {
      label: 'found-items:field.foundItems.state',
      of: (row, { t }) => t(`found-items:state.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => foundItemPage(db, raw, filter, after, limit, now),
  }),
  ...custodyExports,
  ...businessCentreExports,
  ...customExports,
  accessCards: exportList({
    permit: 'accessCards.export',
    filter: accessCardFilter,
    columns: ACCESS_CARD_COLUMNS,
    state: {
      label: 'access-cards:field.accessCards.state',
      of: (row, { t }) => t(`access-cards:state.accessCards.${row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => cardPage(db, raw, filter, after, limit, now),
  }),
  ...MAIL_LISTS,
  ...NOTICE_LISTS,
  ...BROADCAST_LISTS,
  ...handoverLists,
  ...DUTY_LOG_LISTS,
  ...DIARY_LISTS,
  ...MEETING_LISTS,
  ...ROSTER_LISTS,
  ...CONTACT_LISTS,
  units: exportList({
    permit: 'units.export',
    filter: unitFilter,
    columns: UNIT_COLUMNS,
    page: async (filter, after, limit, { db, raw, now }) =>
      unitListPage(db, raw, filter, after, limit, now, await settingsOf(db), { files: true, vip: false }),
  }),
  parties: exportList({
    permit: 'units.export',
    filter: partyFilter,
    columns: PARTY_COLUMNS,
    state: {
      label: 'units:column.state',
      of: (row, { t }) => t(`units:state.parties.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) =>
      partyListPage(db, raw, filter, after, limit, { files: true, vip: false }),
  }),
  lostReports: exportList({
    permit: 'foundItems.export',
    filter: lostReportFilter,
    columns: LOST_REPORT_COLUMNS,
    state: {
      label: 'found-items:field.lostReports.state',
      of: (row, { t }) => t(`found-items:lostState.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) => lostReportPage(db, raw, filter, after, limit),
  }),
  keyLoans: exportList({
    permit: 'keyLoans.export',
    filter: keyLoanFilter,
    columns: KEY_LOAN_SCREEN,
    state: { label: 'key-desk:state.label', of: (row, { t }) => t(`key-desk:state.keyLoans.${row.state}`) },
    page: (filter, after, limit, { db, raw, now }) => loanPage(db, raw, filter, after, limit, now),
  }),
  keyUnseals: exportList({
    permit: 'keyLoans.export',
    filter: keyUnsealFilter,
    columns: KEY_UNSEAL_COLUMNS,
    state: { label: 'key-desk:state.label', of: (row, { t }) => t(`key-desk:state.keyUnseals.${row.state}`) },
    page: (filter, after, limit, { db, raw, now }) => unsealPage(db, raw, filter, after, limit, now),
  }),
  keyCopies: exportList({
    permit: 'keyLoans.export',
    filter: keyCopyFilter,
    columns: KEY_COPY_COLUMNS,
    state: { label: 'key-desk:state.label', of: (row, { t }) => t(`key-desk:state.keyCopies.${row.state}`) },
    page: (filter, after, limit, { db, raw }) => copyPage(db, raw, filter, after, limit),
  }),
  keyIncidents: exportList({
    permit: 'keyLoans.export',
    filter: keyIncidentFilter,
    columns: KEY_INCIDENT_COLUMNS,
    state: {
      label: 'key-desk:state.label',
      of: (row, { t }) => t(`key-desk:state.keyIncidents.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) => incidentPage(db, raw, filter, after, limit),
  }),
  keys: exportList({
    permit: 'keys.export',
    filter: keyFilter,
    columns: KEY_COLUMNS,
    state: { label: 'keys:column.state', of: (row, { t }) => t(`keys:state.keys.${row.state}`) },
    page: (filter, after, limit, { db, raw, now }) => keyPage(db, raw, filter, after, limit, now),
  }),
  keyMandates: exportList({
    permit: 'keys.export',
    filter: mandateFilter,
    columns: MANDATE_COLUMNS,
    state: { label: 'keys:column.state', of: (row, { t }) => t(`keys:state.keyMandates.${row.state}`) },
    page: (filter, after, limit, { db, raw, now }) => mandatePage(db, raw, filter, after, limit, now),
  }),
  keyChecks: exportList({
    permit: 'keys.export',
    filter: checkFilter,
    columns: CHECK_COLUMNS,
    state: { label: 'keys:column.state', of: (row, { t }) => t(`keys:state.keyChecks.${row.state}`) },
    page: (filter, after, limit, { db, raw }) => checkPage(db, raw, filter, after, limit),
  }),
  keyTransfers: exportList({
    permit: 'keys.export',
    filter: transferFilter,
    columns: TRANSFER_COLUMNS,
    state: { label: 'keys:column.state', of: (row, { t }) => t(`keys:state.keyTransfers.${row.state}`) },
    page: (filter, after, limit, { db, raw }) => transferPage(db, raw, filter, after, limit),
  }),
  goodsReleases: exportList({
    permit: 'goodsReleases.export',
    filter: goodsReleaseFilter,
    columns: GOODS_RELEASE_COLUMNS,
    state: {
      label: 'goods-releases:field.goodsReleases.state',
      of: (row, { t }) => t(`goods-releases:state.goodsReleases.${row.expired ? 'expired' : row.state}`),
    },
    page: (filter, after, limit, { db, raw, now }) => releasePage(db, raw, filter, after, limit, now),
  }),
  visits: exportList({
    permit: 'visits.export',
    filter: visitFilter,
    columns: VISIT_COLUMNS,
    state: { label: 'visits:column.cardState', of: (row, { t }) => t(`visits:state.visits.${row.state}`) },
    // No watch notes: a file goes where nobody asks who reads it.
    page: (filter, after, limit, { db, raw, now }) =>
      visitPage(db, raw, filter, after, limit, { actor: null, now }),
  }),
  disclosures: exportList({
    permit: 'disclosures.export',
    filter: disclosureFilter,
    columns: DISCLOSURE_COLUMNS,
    state: {
      label: 'visits:column.cardState',
      of: (row, { t }) => t(`visits:state.disclosures.${row.state}`),
    },
    page: (filter, after, limit, { db, raw }) => disclosurePage(db, raw, filter, after, limit),
  }),
};
