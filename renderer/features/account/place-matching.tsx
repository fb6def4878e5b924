/** A register that was kept alone has places of its own: which of them are the county's, before anything is sent. */
import { Alert, Button, Select } from '@mantine/core';
import type { Asked, PlaceMatch } from '@renderer/sync/status/sync-status';
import { useState } from 'react';
import classes from './account.module.css';
import { chosenMatches, newPlace, placeOptions } from './place-choices';

interface PlaceMatchingProps {
  readonly matches: readonly PlaceMatch[];
  readonly onConfirm: (matches: readonly PlaceMatch[]) => Promise<Asked>;
  readonly onDone: () => void;
}

export function PlaceMatching({ matches, onConfirm, onDone }: PlaceMatchingProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const answers = chosenMatches(matches, chosen);
  const newCount = answers.filter(({ countyId }) => countyId === null).length;
  const confirm = async () => {
    setAsking(true);
    const asked = await onConfirm(answers);
    setAsking(false);
    if (asked.ok) onDone();
    else setRefusal(asked.problem.text);
  };
  return (
    <>
      <div className={classes['tableFrame']}>
        <table className={classes['table']} aria-label="组织层级对应">
          <thead>
            <tr>
              <th scope="col">本机的</th>
              <th scope="col">县级的</th>
            </tr>
          </thead>
          <tbody>
            {matches.map((match) => (
              <tr key={match.localId}>
                <th scope="row">{match.localName}</th>
                <td>
                  <Select
                    size="xs"
                    aria-label={`${match.localName}对应县级的`}
                    data={placeOptions(matches)}
                    value={chosen.get(match.localId) ?? match.countyId ?? newPlace}
                    onChange={(value) =>
                      setChosen((old) => new Map(old).set(match.localId, value ?? newPlace))
                    }
                    allowDeselect={false}
                    searchable
                    nothingFoundMessage="县级没有这个名称"
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['quiet']}>
        {newCount === 0
          ? '全部对上了。本机的记录会归到县级相应的地方，一条不少。'
          : `${newCount} 个县级没有，会作为新的上报；其余归到县级相应的地方，记录一条不少。`}
      </p>
      {refusal !== null && (
        <Alert color="red" role="alert" p="xs">
          {refusal}
        </Alert>
      )}
      <div className={classes['foot']}>
        <Button onClick={() => void confirm()} loading={isAsking}>
          确认对应，开始同步
        </Button>
      </div>
    </>
  );
}
