import { testSeeds } from '../test-seeds';

testSeeds({ database: 'pglite', storage: 'memory' }, 1, 32);
testSeeds({ database: 'pglite', storage: 'memory' }, 51, 36);
