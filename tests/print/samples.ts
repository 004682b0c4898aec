import { bookPaper } from '../../electron/papers/book';
import type { PaperLine } from '../../electron/papers/cells';
import { commonOf, type Desk, deskOf, type Request } from '../../electron/papers/desk';
import { labelPaper } from '../../electron/papers/label';
import type { Paper } from '../../electron/papers/paper';
import { type SlipContent, slipPaper } from '../../electron/papers/slip';
import {
  cutLine,
  fields,
  fieldsOf,
  heading,
  paragraph,
  remark,
  signatures,
  table,
  ticks,
} from '../../electron/papers/slip-sections';
import type { Column } from '../../shared/columns';
import type { PrintJob } from '../../shared/print/forms';
import type { LabelSize, SlipSize } from '../../shared/print/sizes';
import { unitCount } from '../../shared/print/slice';
import type { TestOffice } from '../support/office';

/** Papers of every family as another register would write them, over lines that only exist here. */

export interface SampleLine extends PaperLine {
  name: string;
  note: string | null;
  count: number;
  collector: string | null;
}

export const sampleLine = (n: number, over: Partial<SampleLine> = {}): SampleLine => ({
  id: `entry-${n}`,
  serialNo: `YJ202611-${String(n).padStart(4, '0')}`,
  scanCode: '102611000015',
  state: 'open',
  strikes: [],
  name: '2 号楼 B1 配电房(防火门)',
  note: '钥匙环一只,配铜牌',
  count: n,
  collector: null,
  ...over,
});

const COLUMNS: Column<SampleLine>[] = [
  ['line', 'line', 12, () => ''],
  ['serialNo', 'serial', 32, (row: SampleLine) => row.serialNo],
  ['name', 'text', 96, (row: SampleLine) => row.name],
  ['collector', 'signature', 40, (row: SampleLine) => row.collector ?? ''],
  ['note', 'longText', 82, (row: SampleLine) => row.note ?? ''],
].map(([key, kind, paperMm, cell]) => ({
  key,
  kind,
  label: `print:slip.${key === 'serialNo' ? 'bagNo' : key === 'name' ? 'item' : key === 'collector' ? 'collector' : 'remark'}`,
  paperMm,
  screenPx: 90,
  cell,
  fields: [key],
})) as Column<SampleLine>[];

const permit = 'foundItems.print';
const linesOf = (lines: readonly SampleLine[]) => (_: unknown, ids: readonly string[]) =>
  Promise.resolve(lines.filter((line) => ids.includes(line.id)));

/** A list of what is so now. */
export const nowList = (lines: readonly SampleLine[]): Paper =>
  bookPaper<'F04', SampleLine>({
    form: 'F04',
    permit,
    needs: 'now',
    columns: COLUMNS,
    async *lines() {
      yield [...lines];
    },
    signers: ['print:signer.handler', 'print:signer.checker'],
    awaitsHand: (column) => column.key === 'collector',
    tallyTitle: 'print:signer.checker',
    tally: () => {
      let n = 0;
      return {
        add: () => {
          n += 1;
        },
        shown: () => [{ label: '未还', value: `${n} 把` }],
      };
    },
  });

const KINDS = [
  ['owner', '业主'],
  ['tenant', '租户'],
  ['agent', '代理人'],
] as const;

/** A sheet with fields, ticks, two tables, an agreement, signatures and a stub. */
function handoverOf(rows: number) {
  return (line: SampleLine | null, desk: Desk): SlipContent => {
    const field = fieldsOf(line, desk);
    const columns = [
      { label: '序号', mm: 12, align: 'center' as const },
      { label: '钥匙名称/位置' },
      { label: '编号', mm: 34, align: 'center' as const },
      { label: '数量(把)', mm: 20, align: 'center' as const },
      { label: '完好情况', mm: 26, align: 'center' as const },
    ];
    const items = (prefix: string): string[][] =>
      line
        ? Array.from({ length: rows }, (_, i) => [
            String(i + 1),
            `${line.name} ${prefix}${i + 1}`,
            `B1-${String(i + 1).padStart(3, '0')}`,
            '2',
            i % 3 === 0 ? '完好' : '',
          ])
        : [];
    return {
      parts: [
        { name: '第一联 移交单位', mark: '' },
        { name: '第二联 门岗联', mark: '凭此联放行 当日有效' },
      ],
      sections: [
        fields([
          field('移交单位', '广州市锦绣房地产开发有限公司'),
          field('接收单位', '锦绣物业客户服务部'),
          field('项目', '锦绣大厦二期'),
          field('接收人', line?.collector, { hand: true }),
          field('申请人身份', ticks(line ? 'tenant' : null, KINDS), { wide: true, fixed: true }),
          field('情况说明', line?.note, { wide: true, minMm: 16 }),
        ]),
        heading('公共部位钥匙'),
        table(columns, items('甲'), { lines: 6, hand: line === null }),
        heading('设备用房钥匙'),
        table(columns, items('乙'), { lines: 5, hand: line === null }),
        paragraph(
          '兹有上列钥匙经双方当面清点,数量、编号与标识相符。接收人承诺妥善保管,不得转借、不得私自配制;如有遗失须立即报告客服主管,由此产生的换锁费用由责任方承担。',
        ),
        signatures([['移交人签名', '刘志强'], ['接收人签名', '王丽华'], ['监交人签名']]),
        remark('本单一式两份,双方各执一份。', '备注'),
        cutLine(desk),
        fields([field('钥匙编号', 'B1-001 至 B1-006'), field('取回日期', null, { hand: true })]),
        signatures([['取回人签名'], ['经办人签名', '张伟']]),
      ],
    };
  };
}

/** A slip on any size; `rows` item lines in each of its two tables. */
export const sheetSlip = (size: SlipSize, line: SampleLine, rows = 3): Paper =>
  slipPaper<'F02', SampleLine>({
    form: 'F02',
    permit,
    size,
    linesOf: linesOf([line]),
    slipOf: handoverOf(rows),
  });

/** A visitor's pass, 80×120 mm. */
export const passSlip = (line: SampleLine): Paper =>
  slipPaper<'F02', SampleLine>({
    form: 'F02',
    permit,
    size: 'pass',
    linesOf: linesOf([line]),
    slipOf: (one, desk) => {
      const field = fieldsOf(one, desk);
      return {
        parts: [''],
        sections: [
          fields(
            [
              field('来访人', '欧阳**'),
              field('单位', '广州市天河区某某建筑装饰工程有限公司'),
              field('被访人', '2 号楼 1502 林女士'),
              field('进入时间', '2026-11-21 10:20'),
              field('有效至', '2026-11-21 18:00'),
              field('证号', 'FK-012'),
            ],
            1,
          ),
          signatures([['被访人签名'], ['值班员签名']]),
          remark('离开时请将本单交回前台或门岗。', '备注'),
        ],
      };
    },
  });

/** A label of any size. */
export const sampleLabel = (size: LabelSize, line: SampleLine): Paper =>
  labelPaper<'label', SampleLine>({
    form: 'label',
    permit,
    size,
    linesOf: linesOf([line]),
    labelOf: (one) => ({
      title: size === 'card' ? '访客证 VISITOR' : 'B1-001',
      big: size === 'card' ? 'FK 012' : '',
      lines: one
        ? size === 'seal'
          ? ['2 号楼 B1 配电房', '数量 2 把', '封存 2026-11-21 10:20', '原因 空置房钥匙封存']
          : size === 'card'
            ? ['锦绣大厦 客户服务部', '请佩戴于胸前,离开时交回前台']
            : [one.name, '二期地下室']
        : [],
      signers: size === 'seal' ? ['客服主管签字', '客服员签字'] : [],
    }),
  });

/** The whole job of a paper, as `prints.prepare` puts it together. */
export async function sampleJob(
  office: TestOffice,
  paper: Paper,
  asked: Partial<Request> = {},
): Promise<PrintJob> {
  const request: Request = { form: paper.form, blank: false, lang: 'zh-CN', ...asked };
  const desk = await deskOf(office.file.reader, request, office.now());
  const common = await commonOf(
    desk,
    { ...paper, months: paper.needs === 'month' },
    office.actor('csSupervisor'),
  );
  const job: PrintJob = { ...common, ...(await paper.prepare(desk)) };
  return { ...job, units: unitCount(job) };
}
