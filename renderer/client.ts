import type { Bridge, Client, HostEvent, Input, OpName, Output } from '../shared/api';
import type { Result } from '../shared/result';

declare global {
  interface Window {
    /** Put there by the preload; the only door out of the page. */
    deskbook: Bridge;
  }
}

/** Calls one operation by name. Never throws for a refusal: every outcome is a Result. */
export async function call<N extends OpName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  try {
    return (await window.deskbook.op(name, input)) as Result<Output<N>>;
  } catch {
    // The bridge itself failed (main is gone, a value could not be cloned): nothing was written that was not answered.
    return { ok: false, error: { kind: 'broken', ref: 'bridge' } };
  }
}

/** Main's events. Answers the function that ends the subscription. */
export const onHostEvent = (listener: (event: HostEvent) => void): (() => void) =>
  window.deskbook.on(listener);

/** The contract as functions: `client.foundItems.register({ … })`. Holds no list of operations: the types do. */
export const client: Client = new Proxy({} as Client, {
  get: (_, namespace) =>
    new Proxy(
      {},
      {
        get: (__, key) => (input: unknown) =>
          call(`${String(namespace)}.${String(key)}` as OpName, input as never),
      },
    ),
});
