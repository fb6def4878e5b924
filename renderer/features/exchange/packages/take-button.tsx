import { Button, FileButton } from '@mantine/core';
import { packageExtension } from '@shared/sync/packages/package-file';

interface TakeButtonProps {
  readonly label: string;
  readonly onFile: (file: File | null) => void;
}

/** Lets a person choose a package from the stick. */
export const TakeButton = ({ label, onFile }: TakeButtonProps) => (
  <FileButton accept={`.${packageExtension}`} onChange={onFile}>
    {(props) => (
      <Button variant="default" {...props}>
        {label}
      </Button>
    )}
  </FileButton>
);
