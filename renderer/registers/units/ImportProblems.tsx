import type { ImportKind, ImportPreview, ImportProblem } from '../../../shared/registers/imports';
import { hasWords, useWords } from '../../i18n';

interface ImportProblemsProps {
  kind: ImportKind;
  seen: ImportPreview;
  /** How many are told one by one. */
  most: number;
}

/** What is wrong with the file: line, column, sentence. Nothing is drawn when nothing is. */
export function ImportProblems({ kind, seen, most }: ImportProblemsProps) {
  const { t } = useWords();
  if (seen.problemTotal === 0) return null;
  const sentence = ({ code, found, params }: ImportProblem): string => {
    const key = `units:import.problem.${code}`;
    return t(hasWords(key) ? key : 'units:import.problem.text.broken', { ...params, found });
  };
  const column = ({ field }: ImportProblem): string =>
    field === null ? t('units:import.wholeRow') : t(`units:import.field.${kind}.${field}`);
  return (
    <section
      className="import-problems"
      aria-label={t('units:import.problems', { count: seen.problemTotal })}
    >
      <p className="error-line">
        <span aria-hidden="true">▲</span> {t('units:import.problems', { count: seen.problemTotal })}
      </p>
      <ol>
        {seen.problems.map((problem) => (
          <li key={`${problem.line} ${problem.field} ${problem.code}`}>
            {t('units:import.problemLine', {
              line: problem.line,
              column: column(problem),
              sentence: sentence(problem),
            })}
          </li>
        ))}
      </ol>
      {seen.problemTotal > seen.problems.length ? (
        <p className="quiet small">{t('units:import.moreProblems', { shown: most })}</p>
      ) : null}
    </section>
  );
}
