import { useState } from 'preact/hooks';
import { api } from '../../data/api.ts';
import { useQuery } from '../../data/query.ts';
import { got } from '../../data/refusal.ts';
import type { FieldRecord } from '../../forms/binding/field-value.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useDesk } from '../desk.ts';
import { jumpTo, unfold } from '../jump.ts';
import { beginPart } from '../parts/new-parts.ts';

/** Recommendations to begin from, those for the category of the record first. */
export function Templates() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setIsOpen(true)}>
        From a template
      </button>
      <Dialog isOpen={isOpen} title="Begin from a template" onClose={() => setIsOpen(false)} isWide>
        <TemplateList onChosen={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function TemplateList({ onChosen }: { onChosen: () => void }) {
  const { record } = useDesk();
  const { category } = record;
  const { data, error } = useQuery({
    key: ['recommendation-templates', category],
    read: async (signal) => {
      const query = category === undefined ? {} : { category };
      return got(await api.GET('/recommendation-templates', { params: { query }, signal })).data.templates;
    },
    staleMs: 600_000,
  });
  const choose = (template: FieldRecord) => {
    // Its name and its categories are about the template.
    const { name: _, categories: __, ...words } = template;
    const path = beginPart(record.id, 'recommendations', words);
    unfold(path);
    onChosen();
    jumpTo(path);
  };
  if (data === undefined)
    return error === null ? <Skeleton rows={5} /> : <Problem error={error} what="The list of templates" />;
  return (
    <ul class="record-templates">
      {data.map((template) => (
        <li key={template.title}>
          <div>
            <strong>{template.title}</strong>
            <p class="quiet small">{template.successCriterion}</p>
          </div>
          <button type="button" class="button" onClick={() => choose(template as unknown as FieldRecord)}>
            Begin from it<span class="unseen">: {template.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
