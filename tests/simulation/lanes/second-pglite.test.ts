import { testSeeds } from '../test-seeds';

testSeeds({ database: 'pglite', storage: 'memory' }, 101, 29);
testSeeds({ database: 'pglite', storage: 'memory' }, 151, 25);
