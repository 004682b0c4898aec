import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { ENCODINGS, IMPORT_KINDS, type ImportMapping } from '../../../shared/registers/imports';
import { PEOPLE_FIELDS, UNIT_IMPORT_FIELDS } from '../../../shared/registers/imports.fields';
import type { ImportKindName } from '../../../shared/registers/imports.heads';
import { folder, need, oneOf, readWords } from '../arguments';
import { CannotDo, type Command, WrongUsage } from '../command';
import { signIn } from '../office';

/** Problems told on standard error; the last line of JSON counts them all. */
const TOLD = 20;

/** Units or people from a table, all or nothing. */
export const importTable: Command = {
  help: `import units|people --data DIR --file FILE.csv|FILE.xlsx [--map FIELD=COLUMN,…] [--encoding E] [--dry-run yes] [--as STAFFNO]

Brings units or people from a table: the first row has the headings, each row below is one unit, or one person in one
unit. All rows are written or none; the same file twice changes nothing.

  --data DIR       folder of the office
  --file FILE      CSV (UTF-8, GB18030, UTF-16) or .xlsx, at most 20 MB
  --map LIST       columns that the headings do not tell: field=number (from 1) or field=heading
                   units:  ${UNIT_IMPORT_FIELDS.join(' ')}
                   people: ${PEOPLE_FIELDS.join(' ')}
  --encoding E     ${ENCODINGS.join(', ')}; found out by itself when left out
  --dry-run yes    only says what would happen
  --as STAFFNO     who asks (real offices only; the PIN comes on standard input)`,

  async run(args, io) {
    const words = readWords(args, ['data', 'file', 'map', 'encoding', 'dry-run', 'as'], ['KIND']);
    const kind = oneOf(words.positionals[0]!, IMPORT_KINDS, 'KIND');
    const path = resolve(need(words, 'file'));
    const encoding = words.options.encoding ? oneOf(words.options.encoding, ENCODINGS, '--encoding') : null;
    const dry = oneOf(words.options['dry-run'] ?? 'no', ['yes', 'no'] as const, '--dry-run') === 'yes';
    const office = await signIn(folder(words), words.options.as, 'units.import', io);
    try {
      const job = randomUUID();
      const first = await office.call('imports.preview', { kind, path, encoding, job });
      if (!first) throw new CannotDo('refused.imports.notFound', `There is no ${path}.`);
      const mapping = withColumns(kind, first.mapping, first.heads, words.options.map);
      const seen = words.options.map
        ? await office.call('imports.preview', { kind, path, encoding, mapping, job })
        : first;
      for (const { line, field, code } of (seen?.problems ?? []).slice(0, TOLD))
        io.note(`line ${line}, ${field ?? 'row'}: ${code}\n`);
      const { counts, problemTotal, rows, sha256 } = seen ?? first;
      if (problemTotal > 0) {
        io.say(`${problemTotal} problems; nothing was written.`);
        return { ok: false, error: 'refused.imports.problems', problems: problemTotal, rows };
      }
      if (dry) {
        io.say(
          `${counts.created} new, ${counts.updated} updated, ${counts.unchanged} unchanged; nothing was written.`,
        );
        return { ok: true, dryRun: true, rows, ...counts };
      }
      const done = await office.call('imports.run', { kind, path, sha256, encoding, mapping, job });
      io.say(`${done.created} new, ${done.updated} updated, ${done.unchanged} unchanged.`);
      return { ok: true, rows, ...done };
    } finally {
      office.close();
    }
  },
};

/** The proposed columns with those that were named. Errors: WrongUsage. */
function withColumns(
  kind: ImportKindName,
  proposed: ImportMapping,
  heads: readonly string[],
  list: string | undefined,
): ImportMapping {
  const mapping: Record<string, number> = { ...proposed[kind] };
  const fields: readonly string[] = kind === 'units' ? UNIT_IMPORT_FIELDS : PEOPLE_FIELDS;
  for (const part of list?.split(',') ?? []) {
    const [field = '', column = ''] = part.split('=');
    if (!fields.includes(field)) throw new WrongUsage(`--map: there is no field '${field}'.`);
    const at = /^\d+$/.test(column) ? Number(column) - 1 : heads.indexOf(column);
    if (at < 0 || at >= heads.length) throw new WrongUsage(`--map: the file has no column '${column}'.`);
    mapping[field] = at;
  }
  return { [kind]: mapping };
}
