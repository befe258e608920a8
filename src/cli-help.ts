import { both } from "./emit/words.ts";

/** What `hesuan --help` prints. */
export const HELP = both(
  `核算 hesuan — 离线识读扫描协议，核对其中的数字

用法
  hesuan read <路径…> [-o output]     识读扫描件（文件、文件夹、通配符），写出记录与报告
  hesuan watch <文件夹> [-o output]   守候文件夹，新扫描件到齐后即识读；不移动任何文件
  hesuan check <记录.json…>           不再识读，仅重新核对已有记录
  hesuan cache [show|prune]           查看缓存，或删除 --days 天（默认 30）未用的条目
  hesuan schema [record|batch]        输出 JSON Schema
  hesuan rules                        列出核对规则
  hesuan doctor                       检查本机能否运行

read 与 watch 的选项
  -o, --output 文件夹       结果放在哪里（默认 output）
  -f, --format 列表         json,html,csv,xlsx,md,jsonl（默认 json,html）
  -j, --jobs N              并行数（默认为处理器核数）
      --password 密码       打开加密 PDF
      --password-file 文件  每行一个密码，依次尝试
      --lang 语言           chi_sim（简体，默认）或 chi_tra（繁体）
      --timeout 秒          每页时限（默认 300）
      --limit 名称=数       放宽或收紧一项限制，可重复：file-mb（2048）、pages（5000）、
                            megapixels（每页，120）、million-edges（每页明暗交替，8）、
                            opening-seconds（打开文件或绘制一页，60）、pdf-memory-mb（512）
      --fresh               不使用已有缓存，全部重新识读
      --cache-dir 文件夹    缓存位置（默认取 HESUAN_CACHE，否则为系统缓存文件夹）
      --strict              有存疑数字也以 1 退出（check 同样适用）
各命令通用
      --messages zh|en      提示语言
  -q, --quiet               只报告失败
      --json                标准错误输出机器可读进度，标准输出给出汇总
  -h, --help  -v, --version

退出码
  0 全部读取且一致   1 有疑点或未读全   2 用法错误   3 有输入无法读取
  4 本机缺少组件     130 已中断         70 程序缺陷
`,
  `hesuan 核算 — reads scanned Chinese agreements offline and proves their figures

usage
  hesuan read <path…> [-o output]     read scans (files, folders, globs); write records and reports
  hesuan watch <folder> [-o output]   read scans as they arrive; moves nothing
  hesuan check <record.json…>         run the checks again over records, without reading
  hesuan cache [show|prune]           show the cache, or delete what --days (30) have not used
  hesuan schema [record|batch]        print the JSON Schema
  hesuan rules                        list the rules
  hesuan doctor                       say whether this machine can run it

options of read and watch
  -o, --output FOLDER       where results go (default: output)
  -f, --format LIST         json,html,csv,xlsx,md,jsonl (default: json,html)
  -j, --jobs N              how much at a time (default: one a processor)
      --password P          opens an encrypted PDF
      --password-file FILE  one password a line, tried in turn
      --lang LANG           chi_sim (simplified, default) or chi_tra (traditional)
      --timeout SECONDS     time allowed a page (default: 300)
      --limit NAME=NUMBER   another limit, any number of times: file-mb (2048), pages (5000),
                            megapixels (a page; 120), million-edges (light to dark on a page; 8),
                            opening-seconds (opening a file or drawing a page; 60),
                            pdf-memory-mb (512)
      --fresh               ignore the cache: read everything again
      --cache-dir FOLDER    where the cache is (default: HESUAN_CACHE, else the system's cache folder)
      --strict              a figure in doubt ends with 1 as well (check too)
everywhere
      --messages zh|en      language of the messages
  -q, --quiet               report failures only
      --json                machine-readable progress on stderr, summary on stdout
  -h, --help  -v, --version

exit codes
  0 all read and consistent   1 flagged or incomplete   2 wrong usage   3 an input can't be read
  4 the machine lacks something   130 interrupted   70 a bug of ours
`,
);
