/**
 * What every operation answers. Errors cross the bridge as data, never as exceptions:
 * - `invalid`: the input does not fit the schema; `fields` names each bad field (dotted path) and the i18n key of why.
 * - `refused`: a rule of the trade says no; `reason` is an i18n key below `refused.`, `params` fill its sentence.
 * - `broken`: a defect or the machine failed; it is in the log under `ref`, nothing of it is shown.
 */
export type OpError =
  | { kind: 'invalid'; fields: Record<string, FieldProblem> }
  | { kind: 'refused'; reason: string; params?: Record<string, string | number> }
  | { kind: 'broken'; ref: string };

/** Why one field was not accepted: an i18n key below `invalid.` and the numbers its sentence needs. */
export type FieldProblem = { code: string; params?: Record<string, string | number> };

export type Result<T> = { ok: true; data: T } | { ok: false; error: OpError };

/**
 * Thrown by handlers when a rule refuses; the door turns it into `{ kind: 'refused' }` and rolls back.
 * `reason` is an i18n key without the `refused.` prefix, e.g. `foundItems.alreadyClosed`.
 */
export class Refusal extends Error {
  readonly reason: string;
  readonly params: Record<string, string | number>;
  constructor(reason: string, params: Record<string, string | number> = {}) {
    super(`refused: ${reason}`);
    this.name = 'Refusal';
    this.reason = reason;
    this.params = params;
  }
}

/** Thrown by handlers when one field is wrong in a way the schema cannot see (a duplicate number, say). */
export class InvalidField extends Error {
  readonly field: string;
  readonly problem: FieldProblem;
  constructor(field: string, code: string, params?: Record<string, string | number>) {
    super(`invalid ${field}: ${code}`);
    this.name = 'InvalidField';
    this.field = field;
    this.problem = params ? { code, params } : { code };
  }
}
