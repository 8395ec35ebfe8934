import { Option } from 'commander';
import { DEFAULT_DATA_DIR } from '../../local/data-dir/data-dir.ts';

export const dataDirOption = () =>
  new Option('--data-dir <folder>', '数据文件夹 data folder').default(DEFAULT_DATA_DIR).env('GOUJI_DATA_DIR');
