;; Loops over a page's pixels, many at once: see kernels.ts, which holds this module assembled (wat2wasm).
;; Lengths are counted in pixels and rounded up to whole vectors: what lies behind the last pixel must be room.
(module
  (memory (export "memory") 1)
  ;; 16 bytes of ones and 16 of nothing: read from 16 − n on, the first n bytes of a vector are kept.
  (data (i32.const 0) "\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00\00")

  ;; Red, green, blue to grey, and to what a pixel's red may be of: 1 clear ink of seals, 2 pale, 0 none.
  (func (export "toGrey") (param $from i32) (param $grey i32) (param $red i32) (param $count i32)
    (param $clear i32) (param $pale i32)
    (local $end i32) (local $v v128) (local $w v128) (local $z v128) (local $r v128) (local $g v128) (local $b v128)
    (local $tint v128) (local $some v128)
    (local.set $end (i32.add (local.get $grey) (local.get $count)))
    (loop $more
      (local.set $v (v128.load (local.get $from)))
      (local.set $w (v128.load offset=16 (local.get $from)))
      (local.set $z (v128.load offset=32 (local.get $from)))
      (local.set $r (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 17 20 23 26 29
        (i8x16.shuffle 0 3 6 9 12 15 18 21 24 27 30 0 0 0 0 0 (local.get $v) (local.get $w)) (local.get $z)))
      (local.set $g (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 10 18 21 24 27 30
        (i8x16.shuffle 1 4 7 10 13 16 19 22 25 28 31 0 0 0 0 0 (local.get $v) (local.get $w)) (local.get $z)))
      (local.set $b (i8x16.shuffle 0 1 2 3 4 5 6 7 8 9 16 19 22 25 28 31
        (i8x16.shuffle 2 5 8 11 14 17 20 23 26 29 0 0 0 0 0 0 (local.get $v) (local.get $w)) (local.get $z)))
      (v128.store (local.get $grey) (i8x16.narrow_i16x8_u
        (i16x8.shr_u (i16x8.add (i16x8.add
          (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $r)) (i16x8.splat (i32.const 77)))
          (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $g)) (i16x8.splat (i32.const 150))))
          (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $b)) (i16x8.splat (i32.const 29)))) (i32.const 8))
        (i16x8.shr_u (i16x8.add (i16x8.add
          (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $r)) (i16x8.splat (i32.const 77)))
          (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $g)) (i16x8.splat (i32.const 150))))
          (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $b)) (i16x8.splat (i32.const 29)))) (i32.const 8))))
      (local.set $tint (i8x16.sub_sat_u (local.get $r) (i8x16.max_u (local.get $g) (local.get $b))))
      ;; More than a tenth of the red: 205 / 2048 is a tenth, rounded down alike for every byte.
      (local.set $some (i8x16.gt_u (local.get $tint) (i8x16.max_u (i8x16.splat (local.get $pale))
        (i8x16.narrow_i16x8_u
          (i16x8.shr_u (i16x8.mul (i16x8.extend_low_i8x16_u (local.get $r)) (i16x8.splat (i32.const 205))) (i32.const 11))
          (i16x8.shr_u (i16x8.mul (i16x8.extend_high_i8x16_u (local.get $r)) (i16x8.splat (i32.const 205)))
            (i32.const 11))))))
      (v128.store (local.get $red) (v128.and (local.get $some) (v128.bitselect
        (i8x16.splat (i32.const 1)) (i8x16.splat (i32.const 2))
        (i8x16.gt_u (local.get $tint) (i8x16.splat (local.get $clear))))))
      (local.set $from (i32.add (local.get $from) (i32.const 48)))
      (local.set $red (i32.add (local.get $red) (i32.const 16)))
      (br_if $more (i32.lt_u (local.tee $grey (i32.add (local.get $grey) (i32.const 16))) (local.get $end)))))

  ;; Two rows of levels blended into one, each as a share of 255.
  (func (export "mix") (param $upper i32) (param $lower i32) (param $share f64) (param $to i32) (param $count i32)
    (local $end i32) (local $a v128) (local $b v128)
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $count) (i32.const 3))))
    (local.set $a (f64x2.splat (f64.sub (f64.const 1) (local.get $share))))
    (local.set $b (f64x2.splat (local.get $share)))
    (loop $more
      (v128.store (local.get $to) (f64x2.div (f64x2.add
        (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $upper))) (local.get $a))
        (f64x2.mul (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $lower))) (local.get $b)))
        (f64x2.splat (f64.const 255))))
      (local.set $upper (i32.add (local.get $upper) (i32.const 8)))
      (local.set $lower (i32.add (local.get $lower) (i32.const 8)))
      (br_if $more (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))

  ;; A number for every pixel of a row: from column to column one more on the way from its level to the next one's.
  (func (export "spread") (param $levels i32) (param $starts i32) (param $columns i32) (param $shares i32) (param $to i32)
    (local $left f64) (local $way f64) (local $at i32) (local $end i32) (local $column i32)
    (loop $next
      (local.set $left (f64.load (local.get $levels)))
      (local.set $way (f64.sub (f64.load offset=8 (local.get $levels)) (local.get $left)))
      (local.set $at (i32.shl (i32.load (local.get $starts)) (i32.const 3)))
      (local.set $end (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 3)))
      (block $done
        (loop $more
          (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
          (v128.store (i32.add (local.get $to) (local.get $at)) (f64x2.add (f64x2.splat (local.get $left))
            (f64x2.mul (f64x2.splat (local.get $way)) (v128.load (i32.add (local.get $shares) (local.get $at))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $more)))
      (local.set $levels (i32.add (local.get $levels) (i32.const 8)))
      (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
      (br_if $next (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 1))) (local.get $columns)))))

  ;; Levels divided by what was spread; 255 where they are as much as 255 times that.
  (func (export "divide") (param $from i32) (param $by i32) (param $to i32) (param $count i32)
    (local $end i32) (local $four v128) (local $low v128) (local $high v128) (local $a v128) (local $b v128)
    (local.set $end (i32.add (local.get $to) (local.get $count)))
    (loop $more
      (local.set $four (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $from)))))
      (local.set $low (f64x2.convert_low_i32x4_u (local.get $four)))
      (local.set $high (f64x2.convert_low_i32x4_u
        (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $four) (local.get $four))))
      (local.set $a (v128.load (local.get $by)))
      (local.set $b (v128.load offset=16 (local.get $by)))
      ;; The lowest byte of each quotient, or of ones where it is paper.
      (v128.store32_lane 0 (local.get $to) (i8x16.shuffle 0 4 16 20 0 4 16 20 0 4 16 20 0 4 16 20
        (v128.or (i32x4.trunc_sat_f64x2_s_zero (f64x2.div (local.get $low) (local.get $a)))
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11
            (local.tee $low (f64x2.ge (local.get $low) (f64x2.mul (f64x2.splat (f64.const 255)) (local.get $a))))
            (local.get $low)))
        (v128.or (i32x4.trunc_sat_f64x2_s_zero (f64x2.div (local.get $high) (local.get $b)))
          (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11
            (local.tee $high (f64x2.ge (local.get $high) (f64x2.mul (f64x2.splat (f64.const 255)) (local.get $b))))
            (local.get $high)))))
      (local.set $from (i32.add (local.get $from) (i32.const 4)))
      (local.set $by (i32.add (local.get $by) (i32.const 32)))
      (br_if $more (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 4))) (local.get $end)))))

  ;; 1 where a pixel is no lighter than a level.
  (func (export "upTo") (param $from i32) (param $to i32) (param $count i32) (param $level i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $to) (local.get $count)))
    (loop $more
      (v128.store (local.get $to) (v128.and (i8x16.splat (i32.const 1))
        (i8x16.le_u (v128.load (local.get $from)) (i8x16.splat (local.get $level)))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $more (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))

  ;; A bit for every byte that is not 0.
  (func (export "pack") (param $from i32) (param $to i32) (param $count i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (loop $more
      (i32.store16 (local.get $to)
        (i8x16.bitmask (i8x16.ne (v128.load (local.get $from)) (i8x16.splat (i32.const 0)))))
      (local.set $to (i32.add (local.get $to) (i32.const 2)))
      (br_if $more (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; How many pixels of every third are of each level, added to four lists of 256 by turns: one count that grew at every
  ;; step would make each step wait for the last. Whole twelves alone are counted.
  (func (export "countThirds") (param $from i32) (param $to i32) (param $count i32)
    (local $end i32) (local $at i32)
    (local.set $end (i32.sub (i32.add (local.get $from) (local.get $count)) (i32.const 11)))
    (block $done
      (loop $more
        (br_if $done (i32.ge_s (local.get $from) (local.get $end)))
        (local.set $at (i32.add (local.get $to) (i32.shl (i32.load8_u (local.get $from)) (i32.const 2))))
        (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
        (local.set $at (i32.add (local.get $to) (i32.shl (i32.load8_u offset=3 (local.get $from)) (i32.const 2))))
        (i32.store offset=1024 (local.get $at) (i32.add (i32.load offset=1024 (local.get $at)) (i32.const 1)))
        (local.set $at (i32.add (local.get $to) (i32.shl (i32.load8_u offset=6 (local.get $from)) (i32.const 2))))
        (i32.store offset=2048 (local.get $at) (i32.add (i32.load offset=2048 (local.get $at)) (i32.const 1)))
        (local.set $at (i32.add (local.get $to) (i32.shl (i32.load8_u offset=9 (local.get $from)) (i32.const 2))))
        (i32.store offset=3072 (local.get $at) (i32.add (i32.load offset=3072 (local.get $at)) (i32.const 1)))
        (local.set $from (i32.add (local.get $from) (i32.const 12)))
        (br $more))))

  ;; A bit for every pixel no lighter than a level, and darker by so much than those a step away on both sides.
  (func (export "pale") (param $from i32) (param $to i32) (param $count i32) (param $step i32)
    (param $level i32) (param $depth i32)
    (local $end i32) (local $v v128)
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (loop $more
      (local.set $v (v128.load (local.get $from)))
      (i32.store16 (local.get $to) (i8x16.bitmask (v128.and
        (i8x16.le_u (local.get $v) (i8x16.splat (local.get $level)))
        (i8x16.ge_u (i8x16.sub_sat_u
          (i8x16.min_u (v128.load (i32.sub (local.get $from) (local.get $step)))
            (v128.load (i32.add (local.get $from) (local.get $step))))
          (local.get $v)) (i8x16.splat (local.get $depth))))))
      (local.set $to (i32.add (local.get $to) (i32.const 2)))
      (br_if $more (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; Of so many rows, for every column, the mean of those pixels that are no darker than the mean of all.
  (func (export "lightDown") (param $from i32) (param $width i32) (param $rows i32) (param $to i32)
    (local $x i32) (local $at i32) (local $row i32) (local $four v128) (local $sum v128) (local $least v128)
    (local $light v128) (local $count v128)
    (loop $next
      (local.set $sum (i32x4.splat (i32.const 0)))
      (local.set $at (i32.add (local.get $from) (local.get $x)))
      (local.set $row (i32.const 0))
      (loop $down
        (local.set $sum (i32x4.add (local.get $sum)
          (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (local.get $width)))
        (br_if $down (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows))))
      (local.set $least (i32x4.trunc_sat_f32x4_u (f32x4.ceil (f32x4.div
        (f32x4.convert_i32x4_u (local.get $sum)) (f32x4.convert_i32x4_u (i32x4.splat (local.get $rows)))))))
      (local.set $light (i32x4.splat (i32.const 0)))
      (local.set $count (i32x4.splat (i32.const 0)))
      (local.set $at (i32.add (local.get $from) (local.get $x)))
      (local.set $row (i32.const 0))
      (loop $down
        (local.set $four (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $at)))))
        (local.set $sum (i32x4.ge_s (local.get $four) (local.get $least)))
        (local.set $light (i32x4.add (local.get $light) (v128.and (local.get $four) (local.get $sum))))
        (local.set $count (i32x4.sub (local.get $count) (local.get $sum)))
        (local.set $at (i32.add (local.get $at) (local.get $width)))
        (br_if $down (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $rows))))
      (v128.store (i32.add (local.get $to) (i32.shl (local.get $x) (i32.const 2)))
        (f32x4.div (f32x4.convert_i32x4_u (local.get $light)) (f32x4.convert_i32x4_u (local.get $count))))
      (br_if $next (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 4))) (local.get $width)))))

  ;; The same of so many pixels one behind the other, stretch by stretch; results lie so many bytes apart.
  (func (export "lightAlong") (param $from i32) (param $length i32) (param $stretches i32) (param $to i32)
    (param $apart i32)
    (local $at i32) (local $end i32) (local $v v128) (local $keep v128) (local $sum v128) (local $least v128)
    (local $count i32)
    (loop $next
      (local.set $sum (i32x4.splat (i32.const 0)))
      (local.set $at (local.get $from))
      (local.set $end (i32.add (local.get $from) (local.get $length)))
      (loop $along
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u
          (v128.and (v128.load (local.get $at)) (call $kept (local.get $at) (local.get $end)))))))
        (br_if $along (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
      (local.set $least (i8x16.splat (i32.div_u
        (i32.add (call $total (local.get $sum)) (i32.sub (local.get $length) (i32.const 1))) (local.get $length))))
      (local.set $sum (i32x4.splat (i32.const 0)))
      (local.set $count (i32.const 0))
      (local.set $at (local.get $from))
      (loop $along
        (local.set $v (v128.load (local.get $at)))
        (local.set $keep (v128.and (i8x16.ge_u (local.get $v) (local.get $least))
          (call $kept (local.get $at) (local.get $end))))
        (local.set $sum (i32x4.add (local.get $sum) (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u
          (v128.and (local.get $v) (local.get $keep))))))
        (local.set $count (i32.add (local.get $count) (i32.popcnt (i8x16.bitmask (local.get $keep)))))
        (br_if $along (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
      (f32.store (local.get $to)
        (f32.div (f32.convert_i32_u (call $total (local.get $sum))) (f32.convert_i32_u (local.get $count))))
      (local.set $from (local.get $end))
      (local.set $to (i32.add (local.get $to) (local.get $apart)))
      (br_if $next (local.tee $stretches (i32.sub (local.get $stretches) (i32.const 1))))))

  ;; Which bytes of the vector from a place on lie before an end.
  (func $kept (param $at i32) (param $end i32) (result v128)
    (local $left i32)
    (local.set $left (i32.sub (local.get $end) (local.get $at)))
    (v128.load (i32.sub (i32.const 16)
      (select (local.get $left) (i32.const 16) (i32.lt_u (local.get $left) (i32.const 16))))))

  (func $total (param $sum v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
