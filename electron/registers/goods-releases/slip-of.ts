import { dayOf, dayTimeOf, timeOf } from '../../../shared/dates';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import { RELATIONS } from '../../../shared/registers/release-requests.row';
import type { Desk } from '../../papers/desk';
import type { SlipContent } from '../../papers/slip';
import { fields, fieldsOf, remark, signatures, table, ticks } from '../../papers/slip-sections';
import { DEFAULT_SETTINGS } from '../office/defaults';

/** F26 物品放行条: A5, three parts (存根 · 客户 · 门岗), numbered; unused lines of goods are struck (domain.md §3.6). */

/** Lines the printed form has; more go to continuation sheets. */
const LINES = 8;
type Word = (key: string) => string;

/** The slip; `line` null gives an empty one for handwriting. */
export function slipOf(line: GoodsReleaseLine | null, desk: Desk): SlipContent {
  const { t } = desk.wording;
  const word: Word = (key) => t(`goods-releases:slip.${key}`);
  const field = fieldsOf(line, desk);
  return {
    parts: (['stub', 'customer', 'gate'] as const).map((part) => ({
      name: word(`part.${part}`),
      mark: word(`mark.${part}`),
    })),
    sections: [
      fields([
        field(word('date'), line && dayOf(line.recordedAt)),
        field(word('valid'), line && validity(line)),
        field(word('unit'), line?.unitName),
        field(word('owner'), line?.ownerName),
        field(word('handler'), line && handler(line, desk)),
        field(
          word('relation'),
          ticks(
            line?.relation ?? null,
            RELATIONS.map((one) => [one, t(`goods-releases:relation.${one}`)]),
          ),
          { fixed: true },
        ),
        field(word('consent'), line && consent(line, desk)),
        field(word('route'), line && t(`goods-releases:route.${line.route}`)),
        field(word('mover'), line?.moverCompany),
        field(word('plate'), line?.plate),
      ]),
      table(
        [
          { label: t('goods-releases:goodsColumn.no'), mm: 11, align: 'center' },
          { label: t('goods-releases:goodsColumn.name'), mm: 46 },
          { label: t('goods-releases:goodsColumn.spec') },
          { label: t('goods-releases:goodsColumn.quantity'), mm: 20, align: 'center' },
          { label: t('goods-releases:goodsColumn.remark'), mm: 44 },
        ],
        (line?.goods ?? []).map((goods, index) => [
          String(index + 1),
          goods.name,
          goods.spec ?? '',
          `${goods.quantity} ${goods.unit}`,
          goods.remark ?? '',
        ]),
        { lines: LINES, hand: line === null },
      ),
      fields(
        [
          field(word('arrears'), line && arrears(line, desk)),
          field(word('mover2'), line && carrier(line), { hand: true }),
          field(word('outAt'), line?.releasedAt ? dayTimeOf(line.releasedAt) : '', { hand: true }),
        ],
        3,
      ),
      signatures([
        [word('sign.owner')],
        [word('sign.issuer'), line?.recorderName],
        [word('sign.approver'), line?.approverName],
        [word('sign.finance')],
        [word('sign.guard'), line?.guardName],
        [word('sign.mover'), line?.moverName],
      ]),
      ...(line ? remarksOf(line, desk, word) : []).map((text) => remark(text, word('note'))),
      remark(rulesOf(line, desk, word), word('note')),
    ],
  };
}

/** `2026-11-26 09:00–18:00`: one day. */
const validity = ({ validFrom, validTo }: GoodsReleaseLine): string =>
  `${dayTimeOf(validFrom)}–${timeOf(validTo)}`;

/** Name, kind of document and its last four; the number is never whole. */
function handler(line: GoodsReleaseLine, { wording: { t } }: Desk): string {
  const tail = line.handlerDocument ? `****${line.handlerDocument}` : t('goods-releases:mark.seen');
  return `${line.handlerName ?? ''} ${t(`goods-releases:documentKind.${line.handlerDocumentKind}`)} ${tail}`;
}

/** How the owner agreed; nothing for owners themselves. */
function consent(line: GoodsReleaseLine, { wording: { t } }: Desk): string {
  if (line.consentKind === null) return '';
  const parts = [
    t(`goods-releases:consent.${line.consentKind}`),
    line.consentNo,
    line.consentBy,
    line.consentPhone,
    line.consentAt && dayTimeOf(line.consentAt).slice(5),
  ];
  return parts.filter(Boolean).join(' ');
}

const arrears = (line: GoodsReleaseLine, { wording: { t } }: Desk): string =>
  [t(`goods-releases:arrears.${line.arrears}`), line.arrearsReason].filter(Boolean).join(' ');

const carrier = ({ moverName, moverDocument }: GoodsReleaseLine): string =>
  [moverName, moverDocument && `****${moverDocument}`].filter(Boolean).join(' ');

/** How many lines and pieces there are, so that nothing is written below them; who stood in; the rule; arrears. */
function rulesOf(line: GoodsReleaseLine | null, { wording, settings }: Desk, word: Word): string {
  const { t } = wording;
  const { stampText: stamp, arrearsText } = settings.release;
  const total = line && t('goods-releases:slip.total', { n: line.goods.length, pieces: line.pieces });
  const deputy = line?.approvedAs === 'csSupervisor' && word('deputy');
  return [total, deputy, t('goods-releases:slip.rule', { stamp }), arrearsOf(arrearsText, wording)]
    .filter(Boolean)
    .join(' ');
}

/** What the office says about arrears; its first wording is known in both languages. */
const arrearsOf = (text: string, { t, lang }: Desk['wording']): string =>
  lang === 'en' && text === DEFAULT_SETTINGS.release.arrearsText
    ? t('goods-releases:slip.arrearsRule')
    : text;

/** Void, replaced or replacing, what the gate found, late typing, the desk's own remarks. */
function remarksOf(line: GoodsReleaseLine, { wording: { t } }: Desk, word: Word): string[] {
  const mark = (key: string, params: Record<string, string>) => t(`goods-releases:mark.${key}`, params);
  const lines = [
    line.voidedAt && mark('voided', { reason: line.voidReason ?? '' }),
    line.replacedByNo && mark('reissued', { no: line.replacedByNo }),
    line.replacesNo && mark('replaces', { no: line.replacesNo }),
    line.differences && mark('differences', { differences: line.differences }),
    line.late && line.gateRecordedAt && mark('late', { at: dayTimeOf(line.gateRecordedAt) }),
    line.note && `${word('note')}: ${line.note}`,
  ];
  return lines.filter((text) => typeof text === 'string' && text !== '').map(String);
}
