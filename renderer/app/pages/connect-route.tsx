import { ConnectPage } from '@renderer/features/account/connect-page';
import { FirstPackage } from '@renderer/features/exchange/packages/first-package';

export function ConnectRoute() {
  return <ConnectPage withoutNetwork={<FirstPackage />} />;
}
