/** A header over shares of the whole; 税率（%） and 下浮率（%） are of the row's own price. */
export const SHARE_HEADER =
  /^(?!.*(?:税率|税点|征收率|[利费折毛损]率|折扣|下浮|上浮|优惠|让利|增长|递增|完成|合格|满意)).*(?:占比|比例|百分比|比重|份额|[%％])/;
