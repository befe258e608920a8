/** A header over shares of the whole (占比, 占合同价); 税率（%） and 下浮率（%） are of the row's own price. */
export const SHARE_HEADER =
  /^(?!.*(?:税率|税点|征收率|[利费折毛损]率|折扣|下浮|上浮|优惠|让利|增长|递增|完成|合格|满意)).*(?:占比|比例|百分比|比重|份额|占.{0,6}(?:价款?|额|费用?|款|资金?|预算|概算)$|[%％])/;
