import { testSeeds } from '../test-seeds';

testSeeds({ database: 'postgres', storage: 'memory' }, 1, 30);
