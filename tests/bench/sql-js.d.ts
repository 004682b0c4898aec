/** The part of sql.js that the benchmarks use; the package brings no types of its own. */
declare module 'sql.js' {
  interface SqlJsDatabase {
    run(sql: string, values?: (string | number | null)[]): void;
    export(): Uint8Array;
    close(): void;
  }
  interface SqlJs {
    Database: new (data?: Uint8Array) => SqlJsDatabase;
  }
  export default function initSqlJs(): Promise<SqlJs>;
}
