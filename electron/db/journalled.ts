import type { Tables } from './tables';

/** Register name of each journalled table and the shape of its rows. */
export interface JournalledRows {
  settings: Tables['settings'];
  staff: Tables['staff'];
  credentials: Tables['credentials'];
  attachments: Tables['attachments'];
  foundItems: Tables['found_items'];
  lostReports: Tables['lost_reports'];
  cabinets: Tables['cabinets'];
  keys: Tables['keys'];
  keyMandates: Tables['key_mandates'];
  keyChecks: Tables['key_checks'];
  keyCheckLines: Tables['key_check_lines'];
  keyTransfers: Tables['key_transfers'];
  keyTransferLines: Tables['key_transfer_lines'];
  areas: Tables['areas'];
  units: Tables['units'];
  unitDocuments: Tables['unit_documents'];
  parties: Tables['parties'];
  visits: Tables['visits'];
  visitPassages: Tables['visit_passages'];
  visitorPasses: Tables['visitor_passes'];
  disclosures: Tables['disclosures'];
  occupancies: Tables['occupancies'];
  partyMembers: Tables['party_members'];
  parkingSpaces: Tables['parking_spaces'];
  vehicles: Tables['vehicles'];
  releaseRequests: Tables['release_requests'];
  goodsReleases: Tables['goods_releases'];
  goodsLines: Tables['goods_lines'];
  accessCards: Tables['access_cards'];
  mailItems: Tables['mail_items'];
  custodyItems: Tables['custody_items'];
  tools: Tables['tools'];
  toolLoans: Tables['tool_loans'];
  moveNotices: Tables['move_notices'];
  handovers: Tables['handovers'];
  instructions: Tables['instructions'];
  instructionAcks: Tables['instruction_acks'];
  keyLoans: Tables['key_loans'];
  keyChases: Tables['key_chases'];
  keyUnseals: Tables['key_unseals'];
  keyUnsealGoods: Tables['key_unseal_goods'];
  keyCopies: Tables['key_copies'];
  keyIncidents: Tables['key_incidents'];
}
export type JournalledRegister = keyof JournalledRows;
