/** What whoever fills the demo office of the first start is told. */
export interface DemoOrder {
  /** The empty, migrated office. */
  databasePath: string;
  /** Lines in every register. */
  entries: number;
  /** Instant at which its books end. */
  now: string;
}
