import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';

/** Files can be dropped anywhere on the page, or chosen here: dropped beside it, the browser would leave for the file. */
export function DropArea({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { words } = useWords();
  const [isOver, setIsOver] = useState(false);
  const newest = useRef(onFiles);
  newest.current = onFiles;
  useEffect(() => {
    const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // Also told when the pointer goes from one element to the next: then something is entered again at once.
    const leave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const drop = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      newest.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <label class={`drop${isOver ? ' over' : ''}`}>
      <span>
        {words.dropHere} <span class="choose">{words.chooseFiles}</span>
      </span>
      <input
        class="hidden"
        type="file"
        multiple
        accept=".docx,.doc,.pdf"
        aria-describedby="kinds"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) newest.current(files);
        }}
      />
    </label>
  );
}
