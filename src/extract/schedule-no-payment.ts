import { PAYS } from "./schedule-pays.ts";

export const RETAINED = /质保金|质量保证金|保修金|保留金|工程保证金/;

/** Whether the words around a sum tell of something that is not paid for what is agreed: a price of one, a loss, a deposit, what is deducted, set off or comes on top. */
export const isNoPayment = (piece: string, behind: string, item: string): boolean =>
  OF_ONE_UNIT.test(piece) ||
  (OF_LOSS.test(piece) && !/保险?费/.test(piece)) ||
  MAKES_UP.test(item) ||
  LEAVES_EARLY.test(item) ||
  isOwedAsAmends(behind) ||
  [DEDUCTS, DEPOSITS, OF_GUARANTEE, BESIDES].some((words) => words.test(piece)) ||
  TO_OTHERS.test(behind) ||
  isUnpaid(piece, behind) ||
  IS_GRADED.test(piece) ||
  ON_AVERAGE.test(piece) ||
  (/[由从]\s*(?:人民币)?[¥￥]?\s*$/.test(piece) && BECOMES.test(behind)) ||
  IS_BASE.test(behind) ||
  OF_PAPER.test(behind) ||
  isRestInParts(piece, behind) ||
  SUM_OF_MONTHS.test(piece) ||
  isOfDeposit(piece, item) ||
  isOfProduct(piece, behind) ||
  isSetOff(piece, behind) ||
  OF_YEAR_BEFORE.test(piece) ||
  (TO_FORMER.test(piece) && IS_NO_MATTER.test(behind));

/** 上一保险年度共缴纳保险费251,380元: paid of an agreement before this one. */
const OF_YEAR_BEFORE =
  /(?:上(?!半年)一?个?\p{Script=Han}{0,2}年度?|去年|往年|前一年度?)(?!.*(?:本|今)年)[^，。；后]*(?:共|合计|累计|实际)(?:缴纳|支付|缴|付)[^，。；后\d]{0,8}$/u;
/** 乙方付给前面租客的转让费60,000元: paid to one who is no side of it. */
const IS_NO_MATTER = /^[^。；;]*(?:没有?关系|无关|不认)/;
const TO_FORMER =
  /[给向](?:前面|前任|上一?任|上家|原来?|以前)的?(?:租客|租户|承租[人方]|房东|业主|经营者|店主|老板)[^，。；]*$/;

/** 成交结余20,000元由甲方统筹用于后期监测，不向乙方支付: what is not paid by its own words. */
const IS_UNPAID =
  /^[^。；\d付]{0,24}[，,]\s*(?:不|无须|无需|不再)(?:另行)?向[^，。；\d]{1,6}(?:支付|给付|拨付|付)\s*[。；]?$/;
const isUnpaid = (piece: string, behind: string): boolean =>
  !PAYS.test(piece) && IS_UNPAID.test(/^[^。；]*[。；]?/.exec(behind)?.[0] ?? "");

/** 考核得分70分至84分的，末期款按九成支付: how much of a payment is paid where something was done poorly. */
const IS_GRADED =
  /(?:考核|得分|\d\s*分|优秀|良好|合格)[^。；]*[，,][^，。；]{0,10}(?:款|费|金额)按[^，。；]{1,8}(?:支付|付|拨付|计付|结算|发放)\s*$/;

/** 平均每月约18,000元: what it may come to. */
const ON_AVERAGE = /平均每?个?[月季年次][^，。；\d]{0,4}$/;

/** 月服务费由83,600元|变为131,000元: what was paid before. */
const BECOMES = /^\s*(?:变|调整|改|变更|增加?|提高|降低?|下调|上调|减)(?:为|至|到)/;

/** 电费按每度0.82元计: the price of one of what is counted. */
const OF_ONE_UNIT =
  /[每按](?:一)?(?:度|吨|公里|千米|千瓦时|立方米?|平方米?|㎡|米|小时|课时|工日|份|册|本|件|台|套|张|页|点|趟|公斤|千克|斤|亩|株|车)(?:电|水)?(?:单价|标准)?(?:为|按)?\s*(?:人民币)?[¥￥]?\s*$/;

/** 按估损金额的50%预付赔款: what an insurer pays; a report of a loss (出具定损报告后) is an event like any other. */
const OF_LOSS = /(?:估损|定损|理赔)(?:金额|款|额)|赔款|赔付(?!结案|完毕|报告|资料|后)/;
/** 提前退租应支付剩余租期租金的20%作为补偿: what the one who leaves early owes, if anyone does. */
const MAKES_UP =
  /(?:(?:提前|中途|单方|擅自)[^，。；]{0,8}(?:退租|退出|解除|终止|解约|搬离|收回|撤[场离])|违约)[^。；]*(?:[作视]为|以?[作抵])(?:对?[^，。；\d]{0,8}的)?(?:补偿|赔偿|违约)/;
/** 承租方提前退租，支付剩余租金的30%: the same in fewer words. */
const LEAVES_EARLY =
  /(?:提前|中途|单方|擅自|无故)[^，。；]{0,8}(?:退租|退出|解除|终止|解约|搬离|收回|撤[场离])[^。；]*[，,][^。；]*(?:支付|付|赔)[^。；]*(?:剩余|未到期|余下|未履行)[^。；]*\d/;
/** 租金的20%作为补偿: the same where the words before it stand elsewhere, or a mark among them was misread. */
export const isOwedAsAmends = (behind: string): boolean => AS_AMENDS.test(behind);
const AS_AMENDS =
  /^\s*(?:作为?(?:对[^，。；\d]{0,8}的)?(?:补偿|赔偿|违约|(?:改[期签]|退[课订票]|空驶|误[时工]|滞期)费)|的(?:违约金|赔偿|罚款|滞纳金))/;
/** 另收药剂费500元, 加急报告加收框架单价的20%: what comes on top, if it does. */
const BESIDES = /(?:另(?:行)?[收计加]|加收)(?![^，。；]*[付拨])[^，。；]*$/;
/** 每次清洗费3,300元，每年清洗5次，全年费用16,500元: the price of a sum told behind its count, where no word tells that it is paid. */
const isOfProduct = (piece: string, behind: string): boolean =>
  /每[次场趟台件车桶吨](?!个)[^，。；\d]*$/.test(piece) &&
  !PAYS.test(piece) &&
  /^[，,][^。；，,\d]{0,8}\d+\s*[次场趟台件车桶吨][，,]\s*(?:全年|年|共|合|小|总)?[^，。；\d]{0,6}$/.test(
    behind,
  );
/** 每期结算额15万元，抵扣预付款4.5万元后，每期实付10.5万元: what is left of the first by the second is paid. */
const isSetOff = (piece: string, behind: string): boolean =>
  (/^后[，,]每[期次笔批][^，。；\d]*[实应]付[^，。；\d]*$/.test(piece) && SO_MANY_IN_ALL.test(behind)) ||
  (/(?:抵扣|冲抵|扣回)[^，。；付]*(?:预付款?|已付[^，。；]*)?$/.test(piece) &&
    /^[^。；]{0,6}后?[，,][^。；]*[付]/.test(behind)) ||
  (/结算[^，。；]*$/.test(piece) && /^[，,]\s*(?:抵扣|冲抵|扣除|扣减|扣回)/.test(behind));

/** 每期实付10.5万元，三期共31.5万元: all of them are told behind. */
const SO_MANY_IN_ALL = /^[，,]\s*[一二两三四五六七八九十\d]{1,2}[期次笔批]共计?(?:人民币)?[¥￥\s]*$/;

/** 扣付当期款项的3%: what is not paid. */
const DEDUCTS =
  /扣(?:付|减|除|发|罚|缴|回)(?![^，。；]*(?:后|支付|拨付|付款|付清))[^，。；]{0,12}$|扣(?:人民币|[¥￥\s])*$/;
/** 押金每辆10,000元，共60,000元: what the deposits told before it come to. */
export function isOfDeposit(piece: string, item: string): boolean {
  const before = item.slice(0, item.indexOf(piece)).replace(/(\d)[,，](?=\d{3})/g, "$1");
  const said = /[^，。；]*$/.exec(before)?.[0] ?? "";
  const isSum = /^[，,（(]?\s*(?:共计?|合计|总计|计|即)(?:人民币|[：:为¥￥\s])*$/.test(piece);
  return isSum && /押金|保证金|保函/.test(said) && !RETAINED.test(said);
}

/** 乙方应缴存服务质量保证金: what the paid side puts up. */
const DEPOSITS =
  /(?:缴存|缴纳|交纳|交存|提交|缴付|交付|存入|提供|出具)[^，。；]{0,12}(?:保证金|保函|押金|抵押金|担保)[^，。；\d后时前]{0,6}(?:[，,]\s*(?:共?计|即)(?:为|人民币|[：:¥￥\s])*)?$/;
/** 提交履约保函，金额为180,000元: how much such a paper is for. */
const OF_GUARANTEE =
  /(?:保函|(?<!质量?)保证金|押金|保单)(?:[（(][^（）()]*[）)])?[，,]\s*(?:其)?(?:担保)?(?:金额|数额|额度)(?:为|是|计)?(?:人民币|[：:¥￥\s])*$/;
export const isOfGuarantee = (piece: string, behind: string): boolean =>
  OF_GUARANTEE.test(piece) || OF_PAPER.test(behind);
/** 提交金额为12,000元的银行质量保函: how much a paper is for. */
const OF_PAPER = /^\s*的[^，。；\d]{0,8}(?:保函|保单|担保)/;
/** 剩余86,160元分三个月支付，…每月支付28,720元: what is paid in parts that are told behind it. */
const isRestInParts = (piece: string, behind: string): boolean =>
  /(?:剩余|其余|余下|尚余)[^，。；\d]{0,8}$/.test(piece) &&
  /^\s*[，,]?\s*分(?:[一二两三四五六七八九十\d]{1,2})(?:个月|期|次|笔|个季度)[^。；]*每(?:个?[月季]度?|期|次|笔)[^。；]*\d/.test(
    behind,
  );
/** 每月37,200元执行，六个月共223,200元: what the sum before comes to. */
const SUM_OF_MONTHS =
  /^(?:的?标准)?(?:执行|支付|计[算付]|结算|收取|不变)[，,]\s*[一二两三四五六七八九十\d]{1,3}(?:个月|个?季度|期)(?:共计?|合计|计)(?:人民币)?[¥￥\s]*$/;
/** 以下浮后价款413,600元（不含暂列金额）为基数：: what the shares behind it are of. */
const IS_BASE =
  /^\s*(?:[（(][^（）()]*[）)])?\s*(?:为|作为?)(?:计算|计付|付款|支付|计取)?(?:的)?(?:基数|基础|基准)/;
/** （每月5,172元），由乙方直接向物业公司交纳: what is paid to neither side. */
const TO_OTHERS =
  /^[^，。；]{0,4}[，,]?\s*由[甲乙丙承租]\S{0,2}方?(?:自行|直接|另行)向(?![甲乙丙]方|[承出]租)[^，。；]{2,12}(?:交纳|缴纳|支付|结算|交付)/;
/** 按净销售额的2%支付提成: of what is earned later, and not of the price. */
const OF_EARNINGS =
  /(?:销售(?:额|收入)|营业(?:额|收入)|营收|(?:净|毛)?利润|净?收益|(?:许可|转让|经营)(?:净)?收入|流水|票款)(?:总额)?的?[^，。；\d]{0,4}$/;
export const isOfEarnings = (before: string): boolean => OF_EARNINGS.test(before);

/** 每低1分扣500元, 每扣1分折200元, 每少一人扣800元: what a point of a score or something lacking costs; 信用额度30万元: what may be owed. */
export const OF_SCORE =
  /每(?:少|缺|漏|迟|晚|超|逾期)[^，。；\d]{0,10}[扣罚减][^，。；\d]{0,4}$|(?:信用|授信|赊销|赊欠)额度[^，。；\d]{0,4}$|每(?:[低少扣差降减])?\s*(?:[\d一]\s*)?个?分[^，。；\d]{0,6}$/;

/** 发包人每次付款的20%汇入工资专户: where a part of each payment goes. */
export const OF_EACH_PAYMENT =
  /(?:每次|每笔|每期|各次|各期|各笔)(?:所?(?:付款|支付|拨付)(?:的?(?:工程)?(?:款项?|金额|额))?|(?:工程|进度|服务)款项?)(?:的|中的?|按)\s*$/;
