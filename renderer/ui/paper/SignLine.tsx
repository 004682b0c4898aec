/** Where hands sign at the foot of a form: a word and a line to write on. */
export function SignLine({ labels }: { labels: readonly string[] }) {
  return (
    <div className="paper-signers">
      {labels.map((label) => (
        <div key={label}>
          {label}
          <i />
        </div>
      ))}
    </div>
  );
}
