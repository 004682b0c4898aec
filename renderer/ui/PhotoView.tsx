import { useEffect, useState } from 'react';
import { useWords } from '../i18n';
import { useOp } from '../queries';
import { Dialog } from './Dialog';

interface PhotoViewProps {
  /** Name of the stored photo. */
  sha256: string;
  alt: string;
}

/** A stored photo, small; a press shows it large. The bytes live in a blob url of this page only. */
export function PhotoView({ sha256, alt }: PhotoViewProps) {
  const { t } = useWords();
  const photo = useOp('attachments.read', { sha256 });
  const [url, setUrl] = useState<string | null>(null);
  const [large, setLarge] = useState(false);
  const bytes = photo.data?.bytes;
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (photo.isError) return <span className="photo-missing seal small">{t('core:photo.missing')}</span>;
  if (!url) return <span className="photo-missing" />;
  return (
    <>
      <button
        type="button"
        className="photo-button"
        aria-label={t('core:photo.enlarge', { what: alt })}
        onClick={() => setLarge(true)}
      >
        <img src={url} alt={alt} />
      </button>
      <Dialog title={alt} opened={large} onClose={() => setLarge(false)} width={900}>
        <img className="photo-large" src={url} alt={alt} />
      </Dialog>
    </>
  );
}
